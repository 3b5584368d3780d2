package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.jspecify.annotations.Nullable;

/** The loss before an update and after it, which every step of the update asks for anew. */
public final class StepLosses {
  /** Beyond so many products a forward pass would hold the window up. */
  public static final long MOST_PRODUCTS = 200_000;

  private @Nullable Trace of;
  private double after;

  /** Both losses. */
  public record Both(double before, double after) {
    public double change() {
      return after - before;
    }
  }

  /** True if they must not be seen: after the step, or what it makes of a parameter, is asked. */
  public static boolean areCovered(Step step) {
    Lesson lesson = step.lesson();
    Stream<Operand> updated =
        IntStream.rangeClosed(0, lesson.lastLayer())
            .boxed()
            .flatMap(l ->
                Stream.of(
                    new Operand(l, MatrixSymbol.W_NEXT), new Operand(l, MatrixSymbol.B_NEXT)));
    return Stream.concat(updated, Stream.of(Operand.ofLoss(MatrixSymbol.L)))
        .filter(lesson::has)
        .anyMatch(step.cover()::hidesSomeOf);
  }

  /** Both; nothing of a network that is too large. */
  public Optional<Both> of(Step step) {
    if (step.lesson().products() > MOST_PRODUCTS) {
      return Optional.empty();
    }
    Trace trace = step.trace();
    if (!trace.equals(of)) {
      after = Trace.of(trace.stepped()).loss();
      of = trace;
    }
    return Optional.of(new Both(trace.loss(), after));
  }
}
