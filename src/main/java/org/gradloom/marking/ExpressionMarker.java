package org.gradloom.marking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Section;
import org.gradloom.expression.Expression;
import org.gradloom.expression.Expression.Named;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Marks an expression by what it gives on fresh numbers, so that every text which gives the right
 * ones is right. Names are those of the code listings, as the lesson's convention writes the
 * matrices.
 */
final class ExpressionMarker {
  private static final List<MatrixSymbol> OF_A_LAYER =
      List.of(
          MatrixSymbol.X,
          MatrixSymbol.W,
          MatrixSymbol.B,
          MatrixSymbol.Z,
          MatrixSymbol.A,
          MatrixSymbol.DA,
          MatrixSymbol.DZ,
          MatrixSymbol.DW,
          MatrixSymbol.DB,
          MatrixSymbol.DX);

  private static final long FIRST_SEED = 1;
  private static final long SECOND_SEED = 2;

  private final Lesson lesson;
  private final Expression right;
  private final List<Beat.Wrong> listed;

  ExpressionMarker(Lesson lesson, String right, List<Beat.Wrong> listed) {
    this.lesson = lesson;
    this.right = Expression.parse(right);
    this.listed = listed;
  }

  /** A walk on fresh numbers, what its names stand for, and what is right there. */
  private record Trial(Derivation derivation, Map<String, Named> names, Matrix right) {}

  /** The right answer is told on numbers of its own where it needs sizes that are equal. */
  private Trial trial(long seed) {
    Derivation fresh = Derivation.of(FreshLesson.like(lesson, seed));
    Map<String, Named> names = names(fresh);
    try {
      return new Trial(fresh, names, right.value(names));
    } catch (InvalidInput _) {
      Derivation own = Derivation.of(lesson);
      Map<String, Named> ownNames = names(own);
      return new Trial(own, ownNames, right.value(ownNames));
    }
  }

  /** The matrix of the walk that the right expression makes, if it makes one. */
  Optional<Operand> made() {
    return section(trial(FIRST_SEED)).map(Section::result);
  }

  Marked mark(String text) {
    Trial first = trial(FIRST_SEED);
    Matrix given;
    boolean correct;
    try {
      Expression expression = Expression.parse(text);
      given = expression.value(first.names());
      Optional<String> itself = itself(expression, first);
      if (itself.isPresent()) {
        return Marked.noTry(Message.of("mark.itself", itself.get()));
      }
      Trial second = trial(SECOND_SEED);
      correct =
          same(given, first.right()) && same(expression.value(second.names()), second.right());
    } catch (InvalidInput e) {
      return Marked.noTry(said(e.said(), first.derivation().lesson()));
    }
    if (correct) {
      return Marked.right(List.of(), Message.of("mark.right", Quote.shortened(text)));
    }
    Optional<Misconception> known = listed(given, first);
    Optional<WrongMethod> method = method(given, first, known.orElse(null));
    if (method.isEmpty()) {
      return known
          .map(idea -> diagnosed(idea, Optional.empty(), Ideas.of(idea)))
          .orElseGet(() -> Marked.wrong(0, List.of(), Message.of("mark.unknown.expression")));
    }
    Slip slip = method.get().slip().get();
    return diagnosed(
        known.orElse(method.get().misconception()),
        Optional.of(slip),
        new Reply(asked(first, section(first).orElseThrow()))
            .of(slip, Message.of("mark.yourText")));
  }

  private static Marked diagnosed(
      @Nullable Misconception idea, Optional<Slip> slip, Message reply) {
    return Marked.wrong(0, List.of(), new Diagnosis(idea, slip, reply));
  }

  /** With the sizes that the shapes in it come from, where they are not those on the page. */
  private Message said(Message why, Lesson tried) {
    Operand x = new Operand(0, MatrixSymbol.X);
    Operand w = new Operand(0, MatrixSymbol.W);
    boolean seen = tried.shape(x).equals(lesson.shape(x)) && tried.shape(w).equals(lesson.shape(w));
    boolean aboutShapes =
        why.key().equals("expression.product") || why.key().equals("expression.entries");
    return seen || !aboutShapes
        ? why
        : Message.of(
            "mark.triedWith",
            why,
            tried.writtenShape(x).toString(),
            tried.writtenShape(w).toString());
  }

  /** The name of a matrix that is what should be made. */
  private static Optional<String> itself(Expression expression, Trial trial) {
    return expression.names().stream()
        .filter(name -> is(trial.names().get(name), trial.right()))
        .findFirst();
  }

  private static boolean is(@Nullable Named named, Matrix right) {
    return switch (named) {
      case Named.OfMatrix(var matrix) -> same(matrix, right);
      case Named.OfList(var row) -> same(row, right);
      case Named.OfNumber _ -> false;
      case null -> false;
    };
  }

  private static boolean same(Matrix one, Matrix other) {
    return Agreement.of(one, Matrix.zeros(one.shape()), other).holdsFor(LazyMatrix.of(other));
  }

  // ---- what is wrong with it

  private Optional<Misconception> listed(Matrix given, Trial trial) {
    return listed.stream()
        .filter(wrong ->
            wrong.answer() instanceof Answer.Expression(var text)
                && value(text, trial).filter(value -> same(given, value)).isPresent())
        .flatMap(wrong -> Stream.ofNullable(wrong.misconception()))
        .findFirst();
  }

  /** True if two texts can be computed and give the same numbers. */
  boolean givesTheSame(String one, String other) {
    Trial trial = trial(FIRST_SEED);
    return value(one, trial)
        .filter(value -> value(other, trial).filter(given -> same(given, value)).isPresent())
        .isPresent();
  }

  private static Optional<Matrix> value(String text, Trial trial) {
    try {
      return Optional.of(Expression.parse(text).value(trial.names()));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }

  /** A way to go wrong with the matrix that is asked for, those of the listed idea first. */
  private static Optional<WrongMethod> method(
      Matrix given, Trial trial, @Nullable Misconception idea) {
    List<WrongMethod> found =
        section(trial).stream()
            .map(section -> new WrongMethods(trial.derivation(), section))
            .flatMap(methods -> Stream.concat(methods.modelled(), methods.further()))
            .filter(method ->
                Agreement.of(given, Matrix.zeros(given.shape()), given).holdsFor(method.result()))
            .toList();
    return found.stream()
        .filter(method -> idea == null || method.misconception() == idea)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static Optional<Section> section(Trial trial) {
    return trial.derivation().sections().stream()
        .filter(section -> same(trial.right(), asked(trial, section).numbers()))
        .findFirst();
  }

  private static Asked asked(Trial trial, Section section) {
    return new Asked(trial.derivation(), new Place.OfMatrix(section.result()));
  }

  // ---- names

  /** Every matrix by the name that code has for it, and η, the rate, as {@code lr}. */
  private static Map<String, Named> names(Derivation derivation) {
    Lesson lesson = derivation.lesson();
    Notation notation = new Notation(lesson);
    Map<String, Named> names = new LinkedHashMap<>();
    for (int l = 0; l <= lesson.lastLayer(); l++) {
      for (MatrixSymbol symbol : OF_A_LAYER) {
        Operand operand = new Operand(l, symbol);
        if (lesson.has(operand)) {
          Named named = named(derivation, operand);
          names.putIfAbsent(notation.code(operand), named);
          names.putIfAbsent(plainName(symbol, l, lesson), named);
        }
      }
    }
    ofLoss(derivation, names);
    names.put("lr", new Named.OfNumber(lesson.learningRate()));
    names.put("N", new Named.OfNumber(lesson.samples()));
    return names;
  }

  /** A and dA by their own names also where they are Z and dZ. */
  private static String plainName(MatrixSymbol symbol, int layer, Lesson lesson) {
    String letter = symbol.placeName();
    String name =
        symbol.isGradient()
            ? letter
            : symbol == MatrixSymbol.B ? letter : letter.toUpperCase(java.util.Locale.ROOT);
    boolean numbered =
        lesson.layers().size() > 1 && symbol != MatrixSymbol.X && symbol != MatrixSymbol.DX;
    return numbered ? name + (layer + 1) : name;
  }

  private static Named named(Derivation derivation, Operand operand) {
    Matrix inside = derivation.trace().matrix(operand);
    return operand.quantity().needsBias()
        ? derivation.lesson().convention().turns(operand)
            ? new Named.OfMatrix(inside.transposed())
            : new Named.OfList(inside)
        : new Named.OfMatrix(derivation.lesson().convention().turned(operand, inside));
  }

  private static void ofLoss(Derivation derivation, Map<String, Named> names) {
    Lesson lesson = derivation.lesson();
    Operand p = Operand.ofLoss(MatrixSymbol.P);
    if (lesson.has(p)) {
      names.put("P", named(derivation, p));
    }
    Target target = lesson.loss().target();
    Operand outputs = new Operand(lesson.lastLayer(), MatrixSymbol.A);
    Shape shape = lesson.outputs();
    Named compared =
        new Named.OfMatrix(lesson.convention().turned(outputs, Matrix.numbers(shape, target::at)));
    switch (target) {
      case Target.Upstream _ -> names.put("U", compared);
      case Target.Targets _ -> {
        names.put("T", compared);
        names.put("Y", compared);
      }
      case Target.Labels _ -> names.put("Y", compared);
    }
  }
}
