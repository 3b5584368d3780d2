package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.derivation.Derivation;
import org.gradloom.files.LessonReader;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.Test;

class MoveReachTest {
  private static final Operand Z = new Operand(0, MatrixSymbol.Z);

  /** z₁₁ is 1 + 0.5 · moves, from −2 to 4. */
  @Test
  void isWhatSixMovesToEitherSideBring() {
    MoveReach reach = of("layer1/x/1,1");
    assertThat(reach.traces()).hasSize(13);
    assertThat(reach.widest("1", trace -> trace.matrix(Z).entry(0, 0).text())).isEqualTo("−1.5");
  }

  /** Of two classes there is none but 1 and 2, and none between. */
  @Test
  void hasNoPartInWhatCannotBeMovedThere() {
    assertThat(of("loss/labels/1,1").traces()).hasSize(2);
  }

  private static MoveReach of(String place) {
    String lesson =
        """
        {"gradloom": 1, "title": "Two classes",
         "x": [[1, 2]], "layers": [{"w": [[1, 0], [0, 1]]}],
         "loss": {"kind": "softmax-cross-entropy", "reduction": "mean", "labels": [1]},
         "learningRate": 0.1,
         "beats": [{"at": "layer1/z", "say": "Move it.", "nudge": "%s"}]}
        """
            .formatted(place);
    Store store =
        new Store(
            AppState.opened(
                Derivation.of(LessonReader.read(lesson)),
                new Origin.BuiltIn("classes"),
                View.usual()));
    store.dispatch(new Action.ToBeat(0));
    return MoveReach.of(store.state().explore());
  }
}
