package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits of matrices that are too large to be computed between two frames. */
class AwaitedNumbersTest {
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand Z = new Operand(0, MatrixSymbol.Z);
  private static final int SIDE = 101;

  private final Queue<Runnable> away = new ArrayDeque<>();
  private final Queue<Runnable> window = new ArrayDeque<>();
  private final List<Lesson> derived = new ArrayList<>();
  private final Store store =
      new Store(AppState.opened(Derivation.of(ones(SIDE)), new Origin.Unsaved(), View.usual()));

  /** X, W and the target all ones: each entry of Z is the number of columns of X. */
  private static Lesson ones(int side) {
    Matrix ones = Matrix.numbers(new Shape(side, side), (i, j) -> 1);
    return new Lesson(
        "Ones",
        ones,
        List.of(new Layer(ones, null, Elementwise.IDENTITY)),
        new Loss(LossKind.SQUARED_ERROR, new Target.Targets(ones), Reduction.SUM),
        0.1);
  }

  @BeforeEach
  void serve() {
    serve(Derivation::of);
  }

  private void serve(Function<Lesson, Derivation> derive) {
    Background background =
        new Background(
            away::add,
            window::add,
            failure -> Message.of("cli.unforeseen", String.valueOf(failure.getMessage())));
    AwaitedNumbers.computed(
        store,
        background,
        lesson -> {
          derived.add(lesson);
          return derive.apply(lesson);
        });
  }

  private static void work(Queue<Runnable> queue) {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
  }

  private Explore explore() {
    return store.state().explore();
  }

  private double firstSum() {
    return explore().derivation().trace().matrix(Z).get(0, 0);
  }

  private void setFirst(double value) {
    assertThat(
            store.dispatch(new Action.Apply(new Edit.SetEntry(X, new Cell(0, 0), Entry.of(value)))))
        .isEmpty();
  }

  @Test
  void thePictureStaysUntilTheNewOneComes() {
    store.dispatch(new Action.Seek(7));
    Derivation before = explore().derivation();
    setFirst(3);
    assertThat(explore().derivation()).isSameAs(before);
    assertThat(firstSum()).isEqualTo(SIDE);
    assertThat(explore().document().lesson().x().get(0, 0)).isEqualTo(3);
    assertThat(store.state().notice().orElseThrow().isError()).isFalse();
    work(away);
    assertThat(explore().derivation()).isSameAs(before);
    work(window);
    assertThat(firstSum()).isEqualTo(SIDE + 2);
    assertThat(explore().awaited()).isEmpty();
    assertThat(explore().step().trace()).isSameAs(explore().derivation().trace());
    assertThat(explore().step().term()).isEqualTo(7);
  }

  @Test
  void whoWalksOnMeanwhileIsLeftWhereHeIs() {
    setFirst(3);
    store.dispatch(new Action.Forward(Granularity.TERM));
    store.dispatch(new Action.Forward(Granularity.TERM));
    work(away);
    work(window);
    assertThat(explore().step().term()).isEqualTo(2);
    assertThat(explore().step().runningSum()).isEqualTo(5);
  }

  @Test
  void aNewerEditSupersedesAnOlderOneAndNeitherIsLost() {
    setFirst(3);
    store.dispatch(new Action.Apply(new Edit.SetEntry(X, new Cell(0, 1), Entry.of(11))));
    work(away);
    work(window);
    assertThat(derived).containsExactly(explore().document().lesson());
    assertThat(firstSum()).isEqualTo(SIDE + 2 + 10);
    store.dispatch(new Action.Undo());
    work(away);
    work(window);
    assertThat(firstSum()).isEqualTo(SIDE + 2);
  }

  @Test
  void whatComesTooLateIsNotShown() {
    setFirst(3);
    work(away);
    setFirst(5);
    work(window);
    assertThat(firstSum()).isEqualTo(SIDE);
    work(away);
    work(window);
    assertThat(firstSum()).isEqualTo(SIDE + 4);
  }

  @Test
  void undoBackToWhatIsShownComputesNothing() {
    setFirst(3);
    store.dispatch(new Action.Undo());
    assertThat(explore().awaited()).isEmpty();
    work(away);
    work(window);
    assertThat(derived).isEmpty();
    assertThat(firstSum()).isEqualTo(SIDE);
    store.dispatch(new Action.Redo());
    work(away);
    work(window);
    assertThat(firstSum()).isEqualTo(SIDE + 2);
  }

  @Test
  void anotherDocumentIsNotOverwrittenByWhatTheLastOneAwaited() {
    setFirst(3);
    work(away);
    Derivation other = Derivation.of(KnownLessons.lessonH());
    store.dispatch(new Action.Open(other, new Origin.BuiltIn("h")));
    work(window);
    assertThat(explore().derivation()).isSameAs(other);
  }

  @Test
  void whatIsSavedMeanwhileIsTheNewestLesson() {
    setFirst(3);
    Lesson newest = explore().document().lesson();
    assertThat(explore().document().isChanged()).isTrue();
    store.dispatch(new Action.Saved(Screen.EXPLORE, newest, Path.of("ones.gradloom.json")));
    work(away);
    work(window);
    assertThat(explore().document().isChanged()).isFalse();
    assertThat(explore().lesson()).isSameAs(newest);
  }

  @Test
  void numbersThatCannotBeComputedAreSaidAndTheShownOnesStay() {
    serve(lesson -> {
      throw new OutOfMemoryError("no room");
    });
    setFirst(3);
    // The first to be served computes as well; here only the one that fails does.
    away.remove();
    work(away);
    work(window);
    assertThat(store.state().notice())
        .contains(new Notice(Message.of("cli.unforeseen", "no room"), true));
    assertThat(explore().awaited()).isEmpty();
    assertThat(explore().document().lesson().x().get(0, 0)).isEqualTo(1);
    store.dispatch(new Action.Undo());
    assertThat(explore().document().lesson().x().get(0, 0)).isEqualTo(3);
  }

  @Test
  void smallMatricesFollowAtOnce() {
    Store small =
        new Store(AppState.opened(Derivation.of(ones(100)), new Origin.Unsaved(), View.usual()));
    small.dispatch(new Action.Apply(new Edit.SetEntry(X, new Cell(0, 0), Entry.of(3))));
    assertThat(small.state().explore().derivation().trace().matrix(Z).get(0, 0)).isEqualTo(102);
  }
}
