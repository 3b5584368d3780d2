package org.gradloom;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the name of a type means one thing wherever it is read. */
@AnalyzeClasses(packages = "org.gradloom", importOptions = ImportOption.DoNotIncludeTests.class)
class NamesTest {
  private static Stream<JavaClass> topLevel(JavaClasses types) {
    return types.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  @ArchTest
  static void noTwoTypesHaveOneName(JavaClasses types) {
    Map<String, List<String>> named =
        topLevel(types)
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    assertThat(named).isNotEmpty().allSatisfy((name, homes) -> assertThat(homes).hasSize(1));
  }

  /** A case of a sealed type may: it is read with the name of its family, as Action.Train. */
  @ArchTest
  static void noTypeWithinAnotherCouldBeTakenForOneOnItsOwn(JavaClasses types) {
    Set<String> names = topLevel(types).map(JavaClass::getSimpleName).collect(toSet());
    assertThat(types.stream().filter(NamesTest::isReadOnItsOwn).toList())
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
