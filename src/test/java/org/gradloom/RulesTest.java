package org.gradloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That every rule is whole. The compiler asks a new one for its functions and for its sentences;
 * what it cannot ask for is named here.
 */
class RulesTest {
  private final Texts texts = Texts.english();

  static List<Activation> activations() {
    return Activation.all();
  }

  static List<Optimizer> optimizers() {
    return Optimizer.kinds(0.25);
  }

  @Test
  void theListOfOptimizersHasEveryOne() {
    assertThat(optimizers())
        .extracting(Object::getClass)
        .containsExactlyElementsOf(List.of(Optimizer.class.getPermittedSubclasses()));
  }

  @Test
  void everyRuleHasANameOfItsOwnInDocuments() {
    assertThat(Activation.all().stream().map(Activation::documentName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Arrays.stream(LossKind.values()).map(LossKind::ownName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    assertThat(LossKind.documentNames()).doesNotHaveDuplicates();
    assertThat(optimizers().stream().map(Optimizer::documentName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void everyRuleHasItsTexts() {
    List<String> wanted = new ArrayList<>();
    for (Activation rule : Activation.all()) {
      wanted.add("activation." + rule.documentName());
    }
    for (LossKind rule : LossKind.values()) {
      wanted.add("loss." + rule.ownName());
      if (rule.isLearnt()) {
        wanted.add("train.loss." + rule.ownName());
      }
    }
    for (Optimizer rule : optimizers()) {
      wanted.add("optimizer." + rule.documentName());
    }
    assertThat(texts.keys()).containsAll(wanted);
  }

  // ---- documents

  @ParameterizedTest
  @MethodSource("activations")
  void anActivationIsReadAsItIsWritten(Activation rule) {
    assertThat(Activation.named(rule.documentName())).contains(rule);
    assertReadAsWritten(
        lesson(rule, loss(LossKind.GIVEN, TargetForm.UPSTREAM, Reduction.SUM), null));
  }

  @ParameterizedTest
  @EnumSource
  void aLossIsReadAsItIsWritten(LossKind rule) {
    Activation last = rule.outputs().orElse(Elementwise.IDENTITY);
    for (Reduction reduction : Reduction.values()) {
      for (TargetForm form : rule.forms()) {
        Loss loss = loss(rule, form, reduction);
        assertReadAsWritten(lesson(last, loss, null));
        assertReadAsWritten(lesson(last, loss.with(new L2(0.25, false, true)), null));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void anOptimizerAndItsMemoryAreReadAsTheyAreWritten(Optimizer rule) {
    assertThat(Optimizer.named(rule.documentName(), 0.25)).contains(rule);
    assertThat(rule.withRate(0.5))
        .isEqualTo(Optimizer.named(rule.documentName(), 0.5).orElseThrow());
    assertReadAsWritten(lesson(Elementwise.IDENTITY, learnt(), rule));
  }

  private static Loss learnt() {
    return Arrays.stream(LossKind.values())
        .filter(LossKind::isLearnt)
        .findFirst()
        .map(kind -> loss(kind, kind.forms().getFirst(), Reduction.MEAN))
        .orElseThrow();
  }

  private static Loss loss(LossKind kind, TargetForm form, Reduction reduction) {
    Matrix numbers = Matrix.of(new double[][] {{1, 0}, {0.25, 0.75}});
    Target target =
        switch (form) {
          case UPSTREAM -> new Target.Upstream(numbers);
          case TARGETS -> new Target.Targets(numbers);
          case LABELS -> new Target.Labels(List.of(0, 1));
        };
    return new Loss(kind, target, reduction);
  }

  /** With an optimizer, a step of it frozen after six others. */
  private static Lesson lesson(Activation activation, Loss loss, @Nullable Optimizer optimizer) {
    Matrix w = Matrix.of(new double[][] {{1, -2}, {3, 4}});
    Matrix b = Matrix.row(5, 6);
    OptimizerState state =
        optimizer == null || optimizer.remembers().isEmpty()
            ? null
            : optimizer.state(
                optimizer.remembers().stream()
                    .map(name -> new OptimizerState.Memory(w, b))
                    .toArray(OptimizerState.Memory[]::new));
    TrainingPlan plan =
        optimizer == null
            ? null
            : new TrainingPlan(
                optimizer, 2, 1, false, OptionalLong.empty(), Optional.empty(), OptionalInt.of(6));
    return new Lesson(
        "rules",
        Convention.XW,
        Matrix.of(new double[][] {{1, 2}, {3, -4}}),
        List.of(new Layer(w, b, activation, Frozen.NOTHING, state)),
        loss,
        0.25,
        plan,
        List.of(),
        List.of());
  }

  private static void assertReadAsWritten(Lesson lesson) {
    assertThat(LessonReader.read(LessonWriter.toText(lesson))).isEqualTo(lesson);
  }

  // ---- what holds the explanations to the numbers

  /** Formulas, sentences and code are held to the engine on these networks. */
  @Test
  void theRandomNetworksHaveEveryRule() {
    List<Lesson> lessons = RandomLessons.any(100, 7);
    assertThat(lessons.stream().map(lesson -> lesson.loss().kind())).contains(LossKind.values());
    assertThat(lessons.stream().map(lesson -> lesson.loss().reduction()))
        .contains(Reduction.values());
    Stream<Activation> activations =
        lessons.stream().flatMap(lesson -> lesson.layers().stream()).map(Layer::activation);
    assertThat(activations).containsAll(Activation.all());
  }
}
