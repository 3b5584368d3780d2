package org.gradloom;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the name of a type means one thing wherever it is read. */
class NamesTest {
  private static final JavaClasses TYPES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.gradloom");

  private static Stream<JavaClass> topLevel() {
    return TYPES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  @Test
  void noTwoTypesHaveOneName() {
    Map<String, List<String>> named =
        topLevel()
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    assertThat(named).isNotEmpty().allSatisfy((name, types) -> assertThat(types).hasSize(1));
  }

  /** A case of a sealed type may: it is read with the name of its family, as Action.Train. */
  @Test
  void noTypeWithinAnotherCouldBeTakenForOneOnItsOwn() {
    Set<String> names = topLevel().map(JavaClass::getSimpleName).collect(toSet());
    assertThat(TYPES.stream().filter(NamesTest::isReadOnItsOwn).toList())
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(names).as(type.getName()).doesNotContain(type.getSimpleName()));
  }

  private static boolean isReadOnItsOwn(JavaClass type) {
    return type.isMemberClass()
        && !type.getModifiers().contains(JavaModifier.PRIVATE)
        && type.getEnclosingClass()
            .filter(family -> type.isAssignableTo(family.getName()))
            .isEmpty();
  }
}
