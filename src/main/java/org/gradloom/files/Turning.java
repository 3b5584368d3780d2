package org.gradloom.files;

import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.OptimizerState;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a network as a document writes them or, of written ones, as they are inside: what
 * is turned once too often comes back. Biases and labels are lists in every convention.
 */
record Turning(Convention convention) {
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand W = new Operand(0, MatrixSymbol.W);

  private static final Operand MASK = new Operand(0, MatrixSymbol.MASK);

  Matrix x(Matrix x) {
    return convention.turned(X, x);
  }

  Layer layer(Layer layer) {
    OptimizerState state = layer.state();
    Matrix mask = layer.mask();
    return layer
        .with(convention.turned(W, layer.w()), state == null ? null : state(state))
        .withMask(mask == null ? null : convention.turned(MASK, mask));
  }

  private OptimizerState state(OptimizerState state) {
    return state.map(memory -> {
      Matrix w = memory.w();
      return new OptimizerState.Memory(w == null ? null : convention.turned(W, w), memory.b());
    });
  }

  Loss loss(Loss loss) {
    return switch (loss.target()) {
      case Target.Upstream(var upstream) ->
          loss.with(new Target.Upstream(outputs(MatrixSymbol.UPSTREAM, upstream)));
      case Target.Targets(var targets) ->
          loss.with(new Target.Targets(outputs(MatrixSymbol.TARGETS, targets)));
      case Target.Labels _ -> loss;
    };
  }

  Beat beat(Beat beat) {
    Beat.Ask ask = beat.ask();
    return new Beat(
        beat.scene(),
        beat.screen(),
        place(beat.at()),
        beat.title(),
        beat.say(),
        beat.cover().stream().map(this::coverable).toList(),
        ask == null ? null : ask(ask),
        beat.view(),
        place(beat.nudge()),
        beat.notes(),
        beat.show(),
        beat.hints(),
        beat.sizes());
  }

  private Coverable coverable(Coverable item) {
    return switch (item) {
      case Region region -> convention.turned(region);
      case ViewPart part -> part;
    };
  }

  private @Nullable Place place(@Nullable Place place) {
    return place == null ? null : convention.turned(place);
  }

  private Beat.Ask ask(Beat.Ask ask) {
    Answer answer = ask.answer();
    Region of = ask.of();
    boolean ofTurned = of != null && convention.turns(of.operand());
    return new Beat.Ask(
        ask.kind(),
        of == null ? null : convention.turned(of),
        ask.question(),
        ask.options(),
        ask.wrong().stream()
            .map(wrong ->
                new Beat.Wrong(
                    answer(wrong.answer(), ofTurned), wrong.misconception(), wrong.reply()))
            .toList(),
        answer == null ? null : answer(answer, ofTurned),
        ask.measured());
  }

  /**
   * An answer, whose cells name their matrices.
   *
   * @param ofTurned whether it is about a matrix that is turned
   */
  private Answer answer(Answer answer, boolean ofTurned) {
    return switch (answer) {
      case Answer.Cells cells -> cells(cells);
      case Answer.Lines lines when ofTurned -> lines.swapped();
      case Answer.OfMatrix(var values) when ofTurned -> new Answer.OfMatrix(values.transposed());
      case Answer.OfShape(var shape) when ofTurned -> new Answer.OfShape(shape.transposed());
      case Answer.Parts(var parts) ->
          new Answer.Parts(
              parts.stream()
                  .map(part -> part instanceof Answer.Cells cells ? cells(cells) : part)
                  .toList());
      case Answer.Lines _,
          Answer.OfMatrix _,
          Answer.OfShape _,
          Answer.Scalar _,
          Answer.Row _,
          Answer.Choice _,
          Answer.Choices _,
          Answer.Order _,
          Answer.Expression _ ->
          answer;
    };
  }

  private Answer.Cells cells(Answer.Cells cells) {
    return new Answer.Cells(cells.cells().stream().map(convention::turned).toList());
  }

  private Matrix outputs(MatrixSymbol symbol, Matrix matrix) {
    return convention.turned(Operand.ofLoss(symbol), matrix);
  }
}
