package org.gradloom.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Operation.Factor;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Misconception;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.jspecify.annotations.Nullable;

/** Wrong ways with a product: Z, dW and dX. */
final class ProductMethods {
  private final Walked walked;
  private final Operation.Product product;
  private final LazyMatrix left;
  private final LazyMatrix right;

  ProductMethods(Walked walked, Operation.Product product) {
    this.walked = walked;
    this.product = product;
    this.left = walked.written(product.left());
    this.right = walked.written(product.right());
  }

  private boolean ofGradient() {
    return walked.quantity().isGradient();
  }

  private Shape shape() {
    return walked.right().shape();
  }

  Stream<WrongMethod> modelled(Multiples multiples) {
    return Stream.of(
            ofGradient() ? gradient(multiples) : Stream.<WrongMethod>empty(),
            firstAndLast(),
            oneLine(),
            otherOperands(),
            otherProducts(),
            entryByEntry(),
            withoutBias())
        .flatMap(each -> each);
  }

  private Stream<WrongMethod> gradient(Multiples multiples) {
    return Stream.of(
            withoutSlope(),
            carried(),
            Stream.of(
                WrongMethod.of(new Slip.Negated(), Misconception.M12, walked.right().times(-1)),
                WrongMethod.of(
                    new Slip.Transposed(), Misconception.M10, walked.right().transposed())),
            multiples.modelled(),
            next(walked),
            sumsMultiplied(),
            overSamples())
        .flatMap(each -> each);
  }

  // ---- one operand changed

  private Stream<WrongMethod> withoutSlope() {
    Operand dZ = walked.ofLayer(MatrixSymbol.DZ);
    Operand dA = walked.ofLayer(MatrixSymbol.DA);
    Stream<WrongMethod> upstream =
        walked.areTwo(dZ, dA)
            ? Stream.of(
                WrongMethod.of(
                    new Slip.WithoutSlope(), Misconception.M7, with(dZ, walked.written(dA))))
            : Stream.empty();
    return Stream.concat(
        upstream,
        slope(walked)
            .map(slope -> WrongMethod.of(new Slip.SlopeAlone(), Misconception.M7, with(dZ, slope)))
            .stream());
  }

  private Stream<WrongMethod> carried() {
    Operand dZ = walked.ofLayer(MatrixSymbol.DZ);
    return GateMethods.carried(walked, wrong -> with(dZ, wrong));
  }

  /** g′(Z) as it is written, where the layer has an activation with slopes. */
  static Optional<LazyMatrix> slope(Walked walked) {
    Activation activation = walked.lesson().layers().get(walked.layer()).activation();
    return switch (activation) {
      case Elementwise one when one != Elementwise.IDENTITY -> {
        LazyMatrix z = walked.written(walked.ofLayer(MatrixSymbol.Z));
        yield Optional.of(new LazyMatrix(z.shape(), (i, j) -> one.slope(z.at(i, j))));
      }
      case Elementwise _, org.gradloom.rule.Rowwise _ -> Optional.empty();
    };
  }

  private Stream<WrongMethod> otherOperands() {
    return Stream.of(product.left().operand(), product.right().operand())
        .flatMap(of -> instead(of).flatMap(other -> instead(of, other)));
  }

  /** What is taken for an operand of its layer. */
  private Stream<Operand> instead(Operand of) {
    Stream<MatrixSymbol> ofLayer =
        switch (of.quantity()) {
          case DZ -> Stream.of(MatrixSymbol.Z, MatrixSymbol.A);
          case X -> ofGradient() ? Stream.of(MatrixSymbol.DX, MatrixSymbol.Z) : Stream.empty();
          case W -> ofGradient() ? Stream.of(MatrixSymbol.W_NEXT, MatrixSymbol.DW) : Stream.empty();
          case B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DW, DB, DX, W_NEXT, B_NEXT ->
              Stream.empty();
        };
    // What goes into a later layer has been through the activation before it.
    Stream<Operand> ofLayerBefore =
        of.quantity() == MatrixSymbol.X && of.layer() > 0
            ? Stream.of(new Operand(of.layer() - 1, MatrixSymbol.Z))
            : Stream.empty();
    return Stream.concat(ofLayer.map(walked::ofLayer), ofLayerBefore);
  }

  private Stream<WrongMethod> instead(Operand of, Operand other) {
    boolean same = !walked.areTwo(of, other);
    boolean known =
        other.quantity() == MatrixSymbol.A && !walked.areTwo(other, walked.ofLayer(MatrixSymbol.Z));
    if (same || known || !walked.written(other).shape().equals(walked.written(of).shape())) {
      return Stream.empty();
    }
    return Stream.of(
        WrongMethod.of(
            new Slip.OtherOperand(other, of),
            other.quantity() == MatrixSymbol.W_NEXT ? Misconception.M13 : Misconception.M17,
            with(of, walked.written(other))));
  }

  /** The same product with these numbers in the place of an operand's own. */
  private LazyMatrix with(Operand of, LazyMatrix numbers) {
    LazyMatrix first =
        product.left().operand().equals(of) ? Walked.as(product.left(), numbers) : left;
    LazyMatrix second =
        product.right().operand().equals(of) ? Walked.as(product.right(), numbers) : right;
    return added(first.before(second));
  }

  /** With what the product ends with. */
  private LazyMatrix added(LazyMatrix products) {
    LazyMatrix sum = products;
    for (Operation.Addend addend : product.addends()) {
      sum =
          switch (addend) {
            case Operation.Bias(var bias) -> sum.plus(walked.written(bias).spread(sum.shape()));
            case Operation.Penalty(var weights, var rule) ->
                sum.plus(
                    walked.written(weights).map(w -> rule.gradient(w, walked.lesson().samples())));
          };
    }
    return sum;
  }

  // ---- another product of the same two

  private Stream<WrongMethod> otherProducts() {
    Factor l = product.left();
    Factor r = product.right();
    return Stream.of(
            otherProduct(l, turned(r), Misconception.M1),
            otherProduct(turned(l), r, Misconception.M1),
            otherProduct(r, l, Misconception.M2),
            otherProduct(turned(l), turned(r), Misconception.M1),
            otherProduct(turned(r), l, Misconception.M1),
            otherProduct(r, turned(l), Misconception.M1))
        .flatMap(Optional::stream);
  }

  private Optional<WrongMethod> otherProduct(Factor first, Factor second, Misconception idea) {
    LazyMatrix a = walked.written(first);
    LazyMatrix b = walked.written(second);
    if (!a.meets(b)) {
      return Optional.empty();
    }
    LazyMatrix products = a.before(b);
    return Optional.of(
        WrongMethod.of(
            new Slip.OtherProduct(first, second),
            idea,
            products.shape().equals(shape()) ? added(products) : products));
  }

  private static Factor turned(Factor factor) {
    return new Factor(factor.operand(), !factor.transposed());
  }

  private Stream<WrongMethod> entryByEntry() {
    LazyMatrix a = walked.written(product.left().operand());
    LazyMatrix b = walked.written(product.right().operand());
    return a.shape().equals(b.shape())
        ? Stream.of(
            WrongMethod.of(
                new Slip.EntryByEntry(product.left().operand(), product.right().operand()),
                Misconception.M6,
                a.times(b)))
        : Stream.empty();
  }

  // ---- sums

  private Stream<WrongMethod> oneLine() {
    return Stream.of(
        WrongMethod.of(
            new Slip.OneLine(product.left()),
            ofOneLine(product.left()),
            left.rowSums().spread(shape())),
        WrongMethod.of(
            new Slip.OneLine(product.right()),
            ofOneLine(product.right()),
            right.columnSums().spread(shape())));
  }

  /** The blame added up over the samples is a bias's gradient. */
  private Misconception ofOneLine(Factor factor) {
    return walked.quantity() == MatrixSymbol.DW
            && factor.operand().quantity() == MatrixSymbol.DZ
            && walked.section().products() > 1
        ? Misconception.M5
        : Misconception.M7;
  }

  private Stream<WrongMethod> sumsMultiplied() {
    return walked.quantity() == MatrixSymbol.DW && walked.section().products() > 1
        ? Stream.of(
            WrongMethod.of(
                new Slip.SumsMultiplied(product.left(), product.right()),
                Misconception.M4,
                left.rowSums().before(right.columnSums())))
        : Stream.empty();
  }

  private Stream<WrongMethod> overSamples() {
    if (walked.quantity() != MatrixSymbol.DX || walked.lesson().samples() == 1) {
      return Stream.empty();
    }
    LazyMatrix all = walked.right();
    LazyMatrix sums = walked.hasSampleRows() ? all.columnSums() : all.rowSums();
    return Stream.of(
        WrongMethod.of(new Slip.OverSamples(), Misconception.M11, sums.spread(shape())));
  }

  private Stream<WrongMethod> withoutBias() {
    return product.addends().stream().anyMatch(Operation.Bias.class::isInstance)
        ? Stream.of(WrongMethod.of(new Slip.WithoutBias(), Misconception.M5, left.before(right)))
        : Stream.empty();
  }

  /** The parameter after the step. */
  static Stream<WrongMethod> next(Walked walked) {
    Optional<MatrixSymbol> next =
        switch (walked.quantity()) {
          case DW -> Optional.of(MatrixSymbol.W_NEXT);
          case DB -> Optional.of(MatrixSymbol.B_NEXT);
          case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DX, W_NEXT, B_NEXT ->
              Optional.empty();
        };
    return next
        .map(symbol ->
            WrongMethod.of(
                new Slip.NextForGradient(),
                Misconception.M18,
                walked.listed(walked.ofLayer(symbol))))
        .stream();
  }

  // ---- single terms

  /** The first or the last term alone: of dW's, a sample's. */
  private Stream<WrongMethod> firstAndLast() {
    int products = walked.section().products();
    if (products < 2 || !ofGradient()) {
      return Stream.empty();
    }
    return Stream.of(0, products - 1).map(k -> only(k, share(k)));
  }

  private @Nullable Misconception ofTerm() {
    return walked.quantity() == MatrixSymbol.DW ? Misconception.M4 : null;
  }

  private LazyMatrix share(int k) {
    return left.term(k, right);
  }

  private WrongMethod only(int k, LazyMatrix share) {
    return new WrongMethod(() -> new Slip.OnlyTerm(k, share.toMatrix()), ofTerm(), share);
  }

  /** Each term missing, alone, and twice. */
  Stream<WrongMethod> ofTerms() {
    if (walked.section().terms() < 2) {
      return Stream.empty(); // without its only term nothing is left, and with it alone all is
    }
    List<LazyMatrix> shares = new ArrayList<>();
    for (int k = 0; k < walked.section().products(); k++) {
      shares.add(share(k));
    }
    shares.addAll(Multiples.penalties(walked));
    LazyMatrix all = walked.right();
    return IntStream.range(0, shares.size())
        .boxed()
        .flatMap(k -> {
          LazyMatrix share = shares.get(k);
          return Stream.of(
              new WrongMethod(
                  () -> new Slip.MissingTerm(k, share.toMatrix()),
                  ofTerm(),
                  all.plus(share.times(-1))),
              only(k, share),
              new WrongMethod(
                  () -> new Slip.RepeatedTerm(k, share.toMatrix()), ofTerm(), all.plus(share)));
        });
  }
}
