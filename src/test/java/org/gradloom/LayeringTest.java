package org.gradloom;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.gradloom.ui.control.LiveScroll;
import org.junit.jupiter.api.Test;

/**
 * Which package may know which other. A rule that proves wrong is changed here, with its reason.
 */
@AnalyzeClasses(packages = "org.gradloom", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
  private static final String EJML = "org.ejml..";
  private static final String JACKSON = "tools.jackson..";
  private static final String FASTCSV = "de.siegmar.fastcsv..";
  private static final String JLATEXMATH = "org.scilab.forge.jlatexmath..";
  private static final String PICOCLI = "picocli..";
  private static final String PDFBOX = "org.apache.pdfbox..";
  private static final List<String> JAVAFX = List.of("javafx..", "com.sun.javafx..");
  private static final List<String> SCREENS =
      List.of("start", "explore", "train", "practice", "lecture", "speed", "table");

  // ---- what a package may import
  // ------------------------------------------------------------------

  @ArchTest
  static final ArchRule TEXT =
      inside("text")
          .because("everything a user reads is data, and data needs nothing but the language");

  @ArchTest
  static final ArchRule ASSETS =
      inside("assets", "java.net..")
          .because("what is packed beside the program is found in one way, whoever asks for it");

  @ArchTest
  static final ArchRule MATRIX =
      inside("matrix", "text").because("a matrix is a value that any other package may hold");

  @ArchTest
  static final ArchRule PASTE =
      inside("paste", "text", "matrix")
          .because("what people copy is read in one way, whether a window or a command asks");

  @ArchTest
  static final ArchRule EXPRESSION =
      inside("expression", "text", "matrix")
          .because("what a learner types is read and computed in one way, whatever it is about");

  @ArchTest
  static final ArchRule FORMULA =
      inside("formula", "text", "matrix")
          .because("a formula is about the names of matrices, whatever numbers they hold");

  @ArchTest
  static final ArchRule RULE =
      inside("rule", "text", "matrix", "formula")
          .because(
              "documents, engine and walk must name, compute and explain one and the same rule");

  @ArchTest
  static final ArchRule LESSON =
      inside("lesson", "text", "matrix", "formula", "rule")
          .because("a document is made of numbers, and knows neither their gradients nor a file");

  @ArchTest
  static final ArchRule BLAS =
      inside("blas", "text")
          .because("a library of the machine multiplies plain arrays, whatever they are about");

  @ArchTest
  static final ArchRule ENGINE =
      inside("engine", "text", "matrix", "formula", "rule", "lesson", "blas", EJML)
          .because("arithmetic knows what to compute, not who looks at it");

  @ArchTest
  static final ArchRule SPEED =
      inside("speed", "text", "matrix", "rule", "lesson", "blas", "engine")
          .because("what is measured is the same on a screen, in a terminal and in a test");

  @ArchTest
  static final ArchRule TRAINING =
      inside("training", "text", "matrix", "formula", "rule", "lesson", "blas", "engine", "data")
          .because("a run is the same on a screen, in a terminal and in a test");

  @ArchTest
  static final ArchRule DERIVATION =
      inside("derivation", "text", "matrix", "formula", "rule", "lesson", "engine")
          .because("a walk explains the engine's numbers, on a screen or without one");

  @ArchTest
  static final ArchRule STAGING =
      inside(
              "staging",
              "text",
              "matrix",
              "formula",
              "rule",
              "lesson",
              "engine",
              "derivation",
              "typeset")
          .because("what stands on the stage is the same in a window, on paper and on the web");

  @ArchTest
  static final ArchRule MARKING =
      inside(
              "marking",
              "text",
              "matrix",
              "paste",
              "expression",
              "formula",
              "rule",
              "lesson",
              "engine",
              "derivation")
          .because("a mistake is the same in a window, in a terminal and in an exercise");

  @ArchTest
  static final ArchRule PRACTICE =
      inside(
              "practice",
              "text",
              "matrix",
              "formula",
              "rule",
              "lesson",
              "engine",
              "derivation",
              "marking",
              "training")
          .because("an exercise is a lesson that is drawn, in a window, a terminal or on paper");

  @ArchTest
  static final ArchRule DATA =
      inside("data", "text", "matrix", "lesson", FASTCSV)
          .because("samples are read as a document says, whoever trains on them");

  @ArchTest
  static final ArchRule FILES =
      inside(
              "files",
              "assets",
              "text",
              "matrix",
              "formula",
              "rule",
              "lesson",
              "practice",
              JACKSON,
              FASTCSV)
          .because(
              "a document is read and written without being computed, and what was practised as"
                  + " what it is");

  @ArchTest
  static final ArchRule EXPORT =
      inside(
              "export",
              "assets",
              "text",
              "matrix",
              "formula",
              "rule",
              "lesson",
              "engine",
              "derivation",
              "staging",
              "typeset",
              "marking",
              "practice",
              "data",
              "training",
              "paste",
              "expression",
              "speed",
              "java.awt..",
              "javax.imageio..",
              PDFBOX)
          .because(
              "what is exported is derived, questions with the answers they are marked by, and"
                  + " somebody else chooses the file");

  @ArchTest
  static final ArchRule TYPESET =
      inside("typeset", "text", JLATEXMATH, "java.awt..")
          .because("a formula is set as outlines, whether a window, a page or a file shows them");

  @ArchTest
  static final ArchRule CLI =
      classes()
          .that()
          .resideInAPackage(in("cli"))
          .should()
          .onlyDependOnClassesThat(not(resideInAnyPackage(EJML, JACKSON, FASTCSV, "javafx..")))
          .because("commands put packages together; a package's own library stays inside it");

  // ---- where the libraries live ----------------------------------------------------------------

  @ArchTest
  static final ArchRule EJML_LIVES_IN_ENGINE =
      only("engine", EJML)
          .because("every product must be EJML's ordered one, and kernels must stay exchangeable");

  @ArchTest
  static final ArchRule NATIVE_CODE_IS_CALLED_BY_BLAS =
      noClasses()
          .that(not(resideInAnyPackage(in("blas"), in("cli"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.foreign..")
          .because(
              "what can end the process is called from one place and checked there; commands only"
                  + " look whether the window's libraries are there, and begin the process anew");

  @ArchTest
  static final ArchRule JACKSON_LIVES_IN_FILES =
      only("files", JACKSON).because("one package alone knows what a document looks like in JSON");

  @ArchTest
  static final ArchRule PDFBOX_LIVES_IN_EXPORT =
      only("export", PDFBOX).because("one package alone knows how a page is printed");

  @ArchTest
  static final ArchRule FASTCSV_READS_TABLES =
      noClasses()
          .that(not(resideInAnyPackage(in("data"), in("files"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FASTCSV)
          .because(
              "how a table lies in a file is known where samples are read and where results are");

  @ArchTest
  static final ArchRule JAVAFX_LIVES_IN_UI =
      only("ui", JAVAFX.toArray(String[]::new))
          .because("everything but the screens runs without a display, in plain tests");

  @ArchTest
  static final ArchRule JLATEXMATH_LIVES_IN_TYPESET =
      only("typeset", JLATEXMATH)
          .because(
              "one package alone knows how TeX becomes outlines, and what the library swallows");

  @ArchTest
  static final ArchRule AWT_LIVES_WHERE_FORMULAS_ARE_SET =
      noClasses()
          .that(not(resideInAnyPackage(in("typeset"), in("export"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.swing..")
          .because("only the formula library draws through AWT, and AWT takes long to start");

  @ArchTest
  static final ArchRule PICOCLI_LIVES_IN_CLI =
      noClasses()
          .that(not(resideInAnyPackage(in("cli"), "org.gradloom")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(PICOCLI)
          .because("what a command does can be called without a command line");

  // ---- screens ---------------------------------------------------------------------------------

  @ArchTest
  static final ArchRule NOTHING_BUT_SCREENS_KNOWS_THE_UI =
      noClasses()
          .that(not(resideInAnyPackage(in("ui"), in("cli"), "org.gradloom")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(in("ui"))
          .because("the core knows no screen");

  @ArchTest
  static final ArchRule SCREENS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("org.gradloom.ui.(" + String.join("|", SCREENS) + ")..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true)
          .because("what two screens share belongs to the store, the controls or the theme");

  @ArchTest
  static final ArchRule ONLY_THE_SHELL_KNOWS_SCREENS =
      noClasses()
          .that()
          .resideInAnyPackage(in("ui.store"), in("ui.control"), in("ui.theme"), in("ui.stage"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(SCREENS.stream(), Stream.of("shell"))
                  .map(screen -> in("ui." + screen))
                  .toArray(String[]::new))
          .because("the shell puts screens into the window, and screens use the rest");

  @ArchTest
  static final ArchRule CONTROLS_DO_NOT_KNOW_THE_STORE =
      noClasses()
          .that()
          .resideInAPackage(in("ui.control"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(in("ui.store"), in("derivation"), in("engine"))
          .because("a control shows what it is given, in any screen and in any state");

  @ArchTest
  static final ArchRule KEYS_KNOW_NO_SCREEN =
      noClasses()
          .that()
          .resideInAPackage(in("ui.keys"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.gradloom..")
                  .and(not(resideInAnyPackage(in("ui.keys"), in("text")))))
          .because("the table says which keys there are, and who has the focus what they do");

  @ArchTest
  static final ArchRule KEYS_LIVE_IN_ONE_TABLE =
      noClasses()
          .that(not(resideInAPackage(in("ui.keys"))))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javafx.scene.input.KeyCode")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javafx.scene.input.KeyCodeCombination")
          .because("a key that is written elsewhere is on no sheet and in no tooltip");

  @ArchTest
  static final ArchRule WHAT_SCROLLS_IS_LIVE =
      noClasses()
          .that()
          .areNotAssignableTo(LiveScroll.class)
          .should()
          .callConstructor(ScrollPane.class)
          .orShould()
          .callConstructor(ScrollPane.class, Node.class)
          .because("JavaFX's own keeps a picture, which may be of what stood there before");

  @ArchTest
  static final ArchRule THE_THEME_KNOWS_NOTHING =
      noClasses()
          .that()
          .resideInAPackage(in("ui.theme"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.gradloom..")
                  .and(not(resideInAnyPackage(in("ui.theme"), in("assets")))))
          .because("a theme is tokens, whatever they colour");

  // ---- the whole house -------------------------------------------------------------------------

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
      slices()
          .matching("org.gradloom.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood once those it imports are");

  @ArchTest
  static final ArchRule NO_CYCLES_WITHIN_THE_UI =
      slices()
          .matching("org.gradloom.ui.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood once those it imports are");

  @ArchTest
  static final ArchRule NO_MUTABLE_STATICS =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("state has one owner, which is made and passed on by constructors");

  @Test
  void everyPackageSaysWhatLivesInIt() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      List<Path> packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      assertThat(packages)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(name.resolve("package-info.java")).exists());
    }
  }

  // ---- how rules are said ----------------------------------------------------------------------

  private static String in(String name) {
    return "org.gradloom." + name + "..";
  }

  /** A package that may import these packages and libraries, and beyond them only the language. */
  private static ArchRule inside(String name, String... allowed) {
    String[] known =
        Stream.concat(
                Stream.of(
                    in(name),
                    "org.jspecify..",
                    "java.io..",
                    "java.lang..",
                    "java.math..",
                    "java.nio..",
                    "java.text..",
                    "java.time..",
                    "java.util.."),
                Stream.of(allowed).map(each -> each.contains(".") ? each : in(each)))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(in(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known);
  }

  private static ArchRule only(String name, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
