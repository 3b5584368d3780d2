package org.gradloom.marking;

import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.lesson.Misconception;
import org.gradloom.marking.Slip.Descent;
import org.gradloom.rule.Optimizer;

/** Wrong ways with the step of a parameter. */
final class StepMethods {
  private final Walked walked;

  StepMethods(Walked walked) {
    this.walked = walked;
  }

  /** Where the optimizer remembers something, the step has too many parts to be told from one. */
  Stream<WrongMethod> of(Operation.Update update) {
    LazyMatrix now = walked.listed(update.parameter());
    LazyMatrix gradient = walked.listed(update.gradient());
    return switch (walked.lesson().optimizer()) {
      case Optimizer.Sgd(double rate) ->
          Stream.of(
              step(Descent.UPHILL, now.plus(gradient.times(rate))),
              step(Descent.WITHOUT_RATE, now.plus(gradient.times(-1))),
              step(Descent.CHANGE_ALONE, gradient.times(-rate)),
              step(Descent.RATE_TIMES_GRADIENT, gradient.times(rate)),
              step(Descent.GRADIENT, gradient));
      case Optimizer.Momentum _, Optimizer.Adam _ -> Stream.empty();
    };
  }

  private static WrongMethod step(Descent step, LazyMatrix result) {
    return WrongMethod.of(new Slip.OtherStep(step), Misconception.M12, result);
  }
}
