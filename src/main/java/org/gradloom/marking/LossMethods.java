package org.gradloom.marking;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Target;
import org.gradloom.marking.Slip.Softmax;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Probabilities;

/** Wrong ways with probabilities and with the loss's own gradient. */
final class LossMethods {
  private final Walked walked;

  LossMethods(Walked walked) {
    this.walked = walked;
  }

  Stream<WrongMethod> of(Operation.Probabilities shares) {
    return shares.rule() == Probabilities.SOFTMAX
        ? Stream.of(
            softmax(Softmax.ALONG_SAMPLES, alongSamples(walked.inside(shares.logits()).toMatrix())))
        : Stream.of();
  }

  private WrongMethod softmax(Softmax softmax, LazyMatrix inside) {
    return WrongMethod.of(new Slip.OtherSoftmax(softmax), Misconception.M14, walked.listed(inside));
  }

  private static LazyMatrix alongSamples(Matrix logits) {
    return LazyMatrix.of(Probabilities.SOFTMAX.of(logits.transposed())).transposed();
  }

  Stream<WrongMethod> of(Operation.LossGradient gradient, Multiples multiples) {
    boolean ofShares = walked.lesson().loss().kind().hasProbabilities();
    return Stream.of(
            Stream.of(
                WrongMethod.of(
                    new Slip.Negated(),
                    ofShares ? Misconception.M14 : Misconception.M12,
                    walked.right().times(-1))),
            ofShares ? ofShares(gradient) : Stream.<WrongMethod>of(),
            multiples.modelled())
        .flatMap(each -> each);
  }

  /** What is taken for (p − y) divided by what the loss divides by. */
  private Stream<WrongMethod> ofShares(Operation.LossGradient gradient) {
    Lesson lesson = walked.lesson();
    LazyMatrix p = walked.inside(gradient.outputs());
    Target y = lesson.loss().target();
    double share = 1.0 / lesson.loss().divisor(lesson.outputs());
    Stream<WrongMethod> ofEntries =
        Stream.of(
            softmax(Softmax.BY_PROBABILITY, entries(share, (i, j) -> -y.at(i, j) / p.at(i, j))),
            softmax(
                Softmax.WITHOUT_THE_REST, entries(share, (i, j) -> -y.at(i, j) * (1 - p.at(i, j)))),
            softmax(
                Softmax.TIMES_SLOPE,
                entries(
                    share, (i, j) -> (p.at(i, j) - y.at(i, j)) * p.at(i, j) * (1 - p.at(i, j)))),
            softmax(Softmax.WITHOUT_LABEL, p.times(share)));
    return lesson.loss().kind().probabilities() == Probabilities.SOFTMAX
        ? Stream.of(ofEntries, alongSamples(y, share), otherClasses(p, y, share))
            .flatMap(each -> each)
        : ofEntries;
  }

  private LazyMatrix entries(double share, Matrix.NumberSource numbers) {
    return new LazyMatrix(walked.lesson().outputs(), numbers).times(share);
  }

  private Stream<WrongMethod> alongSamples(Target y, double share) {
    LazyMatrix turned =
        alongSamples(walked.inside(walked.ofLayer(org.gradloom.formula.MatrixSymbol.A)).toMatrix());
    return Stream.of(
        softmax(
            Softmax.ALONG_SAMPLES_LESS_LABEL,
            entries(share, (i, j) -> turned.at(i, j) - y.at(i, j))));
  }

  private Stream<WrongMethod> otherClasses(LazyMatrix p, Target y, double share) {
    int classes = p.columns();
    return IntStream.range(1, Math.min(classes, LineMethods.MOST_LINES))
        .mapToObj(by ->
            WrongMethod.of(
                new Slip.OtherClass(by),
                Misconception.M16,
                walked.listed(
                    entries(share, (i, j) -> p.at(i, j) - y.at(i, (j + classes - by) % classes)))));
  }
}
