package org.gradloom.marking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Marks answers to one question about one lesson. Answers are as questions hold them, with rows as
 * samples; typed text is as the lesson's convention writes it.
 */
public final class Marker {
  private final Derivation derivation;
  private final Beat.Ask ask;
  private final Answer right;

  /**
   * A marker for a question whose answer is known.
   *
   * @param derivation of the numbers that the question is about
   * @throws InvalidInput if the question names what the lesson does not have
   * @throws IllegalArgumentException if the answer is measured, or its kind cannot be the value at
   *     a place
   */
  public Marker(Derivation derivation, Beat.Ask ask) {
    this.derivation = derivation;
    this.ask = ask;
    this.right = right(derivation, ask);
  }

  /** The walk over the numbers that the question is about. */
  public Derivation derivation() {
    return derivation;
  }

  /** The right answer. */
  public Answer right() {
    return right;
  }

  private static Answer right(Derivation derivation, Beat.Ask ask) {
    Answer said = ask.answer();
    Region of = ask.of();
    if (said != null) {
      return said;
    }
    if (of == null) {
      throw new IllegalArgumentException("Nobody but a machine knows the answer");
    }
    derivation.lesson().require(of);
    Asked asked = new Asked(derivation, of);
    return switch (ask.kind()) {
      case NUMBER -> new Answer.Scalar(asked.numbers().entry(0, 0));
      case ROW -> new Answer.Row(row(asked.numbers()));
      case MATRIX -> new Answer.OfMatrix(turned(derivation.lesson(), of, asked.numbers()));
      case SHAPE -> new Answer.OfShape(derivation.lesson().shape(of.operand()));
      case LINES -> {
        var cell = asked.turned(asked.first());
        yield new Answer.Lines(cell.row(), cell.column());
      }
      case CHOICE, CHOICES, ORDER, CELLS, EXPRESSION, PARTS ->
          throw new IllegalArgumentException(ask.kind() + " is no value at a place");
    };
  }

  private static Matrix row(Matrix numbers) {
    return numbers.rows() == 1 ? numbers : numbers.transposed();
  }

  private static boolean isTurned(Lesson lesson, @Nullable Region of) {
    return of != null && lesson.convention().turns(of.operand());
  }

  private static Matrix turned(Lesson lesson, @Nullable Region of, Matrix matrix) {
    return isTurned(lesson, of) ? matrix.transposed() : matrix;
  }

  // ---- what is given

  /** Marks what a learner typed; text that cannot be read is no try. */
  public Marked mark(String typed) {
    return mark(typed, Optional.empty());
  }

  /**
   * Marks what a learner typed.
   *
   * @param used the row of the left factor and the column of the right one that the learner names,
   *     as they are written
   */
  public Marked mark(String typed, Optional<Answer.Lines> used) {
    Answer answer;
    try {
      answer = read(typed);
    } catch (InvalidInput e) {
      return Marked.noTry(e.said());
    }
    return mark(
        answer,
        used.map(lines -> isTurned(derivation.lesson(), ask.of()) ? lines.swapped() : lines));
  }

  /**
   * What a learner typed, as questions hold it.
   *
   * @throws InvalidInput if it cannot be read, saying where and what would be right
   */
  public Answer read(String typed) {
    return turned(new AnswerText(ask.options(), turned(right)).read(typed));
  }

  /**
   * A matrix as it is written, which was typed while its rows were columns.
   *
   * @return nothing where a text cannot be read as one
   */
  public Optional<Answer> readTurned(String typed) {
    if (!(turned(right) instanceof Answer.OfMatrix(var values))) {
      return Optional.empty();
    }
    try {
      Matrix before = NumbersText.matrix(typed.strip(), values.shape().transposed());
      return Optional.of(new Answer.OfMatrix(before.transposed()));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }

  /** An answer as the lesson's convention writes it, or what is written so as questions hold it. */
  public Answer turned(Answer answer) {
    Lesson lesson = derivation.lesson();
    boolean turned = isTurned(lesson, ask.of());
    return switch (answer) {
      case Answer.OfMatrix(var values) when turned -> new Answer.OfMatrix(values.transposed());
      case Answer.OfShape(var shape) when turned -> new Answer.OfShape(shape.transposed());
      case Answer.Lines lines when turned -> lines.swapped();
      case Answer.Cells(var cells) ->
          new Answer.Cells(cells.stream().map(lesson.convention()::turned).toList());
      case Answer.Parts(var parts) ->
          new Answer.Parts(parts.stream().map(this::turned).map(Answer.Part.class::cast).toList());
      case Answer.OfMatrix _,
          Answer.OfShape _,
          Answer.Lines _,
          Answer.Scalar _,
          Answer.Row _,
          Answer.Choice _,
          Answer.Choices _,
          Answer.Order _,
          Answer.Expression _ ->
          answer;
    };
  }

  /**
   * The two lines that a learner names, as they are written.
   *
   * @throws InvalidInput if the words name none
   */
  public static Answer.Lines readLines(String typed) {
    return new AnswerText(List.of(), new Answer.Lines(0, 0)).read(typed)
            instanceof Answer.Lines lines
        ? lines
        : new Answer.Lines(0, 0);
  }

  /** Marks an answer. */
  public Marked mark(Answer given) {
    return mark(given, Optional.empty());
  }

  /**
   * Marks an answer.
   *
   * @param used the lines that the learner says were used, as they are inside
   */
  public Marked mark(Answer given, Optional<Answer.Lines> used) {
    boolean numbers = numbersOf(right).isPresent() && numbersOf(given).isPresent();
    if (right.kind() != given.kind() && !numbers) {
      return Marked.noTry(Message.of("answer.kind." + right.kind().name()));
    }
    Marked marked = marked(given, used);
    return marked.attempt() && !marked.correct() && used.isEmpty()
        ? own(given).map(marked::saying).orElse(marked)
        : marked;
  }

  /** What the question itself says to a wrong answer: it knows better than any rule. */
  private Optional<Message> own(Answer given) {
    Stream<Wording> ofOption =
        given instanceof Answer.Choice(int option) && option < ask.options().size()
            ? Stream.ofNullable(ask.options().get(option).reply())
            : Stream.empty();
    Stream<Wording> ofAnswer =
        ask.wrong().stream()
            .filter(wrong -> wrong.reply() != null && isSame(wrong.answer(), given))
            .flatMap(wrong -> Stream.ofNullable(wrong.reply()));
    return Stream.concat(ofOption, ofAnswer)
        .findFirst()
        .map(words -> Message.of("mark.own", words));
  }

  private boolean isSame(Answer one, Answer other) {
    if (one instanceof Answer.Cells(var cells) && other instanceof Answer.Cells(var others)) {
      return Set.copyOf(cells).equals(Set.copyOf(others));
    }
    if (one instanceof Answer.Expression(var text)
        && other instanceof Answer.Expression(var otherText)) {
      return expressions().filter(each -> each.givesTheSame(text, otherText)).isPresent();
    }
    Optional<Matrix> numbers = numbersOf(one);
    return numbers.isPresent()
        ? numbersOf(other).filter(given -> Tolerance.accepts(given, numbers.get())).isPresent()
        : one.equals(other);
  }

  private Marked marked(Answer given, Optional<Answer.Lines> used) {
    return switch (given) {
      case Answer.Scalar _, Answer.Row _, Answer.OfMatrix _ ->
          numbers().mark(numbersOf(given).orElseThrow(), used);
      case Answer.OfShape(var shape) -> chosen().shape(shape);
      case Answer.Choice(int option) -> chosen().choice(option);
      case Answer.Choices(var options) -> chosen().choices(options);
      case Answer.Order(var options) -> chosen().order(options);
      case Answer.Lines lines -> chosen().lines(lines);
      case Answer.Cells(var cells) -> chosen().cells(cells);
      // Only to one who asked for an expression is one given.
      case Answer.Expression(var text) -> expressions().orElseThrow().mark(text);
      case Answer.Parts(var parts) -> parts(parts);
    };
  }

  // ---- numbers

  private NumbersMarker numbers() {
    return new NumbersMarker(
        numbersOf(right).orElseThrow(),
        Optional.ofNullable(ask.of()).map(of -> new Asked(derivation, of)),
        ask.wrong().stream()
            .flatMap(wrong ->
                numbersOf(wrong.answer()).stream()
                    .map(
                        numbers -> new NumbersMarker.ListedNumbers(numbers, wrong.misconception())))
            .toList());
  }

  /** The numbers of an answer as the convention lists them. */
  Optional<Matrix> numbersOf(Answer answer) {
    return switch (answer) {
      case Answer.Scalar(Entry value) ->
          Optional.of(Matrix.entries(new Shape(1, 1), (_, _) -> value));
      case Answer.Row(var values) -> Optional.of(values);
      case Answer.OfMatrix(var values) ->
          Optional.of(turned(derivation.lesson(), ask.of(), values));
      case Answer.OfShape _,
          Answer.Choice _,
          Answer.Choices _,
          Answer.Order _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Expression _,
          Answer.Parts _ ->
          Optional.empty();
    };
  }

  /** What a question holds of numbers as the convention lists them. */
  Answer answerOf(Matrix listed) {
    boolean asked =
        numbersOf(right).filter(each -> each.shape().equals(listed.shape())).isPresent();
    return switch (ask.kind()) {
      case NUMBER -> new Answer.Scalar(listed.entry(0, 0));
      case ROW -> asked ? new Answer.Row(listed) : ofMatrix(listed);
      case MATRIX -> ofMatrix(listed);
      case SHAPE, CHOICE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS ->
          throw new IllegalStateException(ask.kind() + " is no number");
    };
  }

  private Answer ofMatrix(Matrix listed) {
    return new Answer.OfMatrix(turned(derivation.lesson(), ask.of(), listed));
  }

  private ChosenMarker chosen() {
    return new ChosenMarker(derivation, ask, right);
  }

  // ---- several parts

  private Marked parts(List<Answer.Part> given) {
    List<Answer.Part> wanted = right instanceof Answer.Parts(var parts) ? parts : List.of();
    if (given.size() != wanted.size()) {
      return Marked.noTry(Message.of("answer.parts", wanted.size(), given.size()));
    }
    List<Marked> each =
        IntStream.range(0, wanted.size()).mapToObj(n -> part(n, given.get(n))).toList();
    Optional<Marked> unread = each.stream().filter(part -> !part.attempt()).findFirst();
    if (unread.isPresent()) {
      return unread.get();
    }
    double credit = each.stream().mapToDouble(Marked::credit).average().orElse(1);
    List<Boolean> marks = each.stream().map(Marked::correct).toList();
    int wrong = marks.indexOf(false);
    if (wrong < 0) {
      return Marked.right(marks, Message.of("mark.allRight"));
    }
    return chosen()
        .listed(new Answer.Parts(given), credit)
        .orElseGet(() -> each.get(wrong).prefixed(Message.of("mark.partWrong", wrong + 1)))
        .crediting(credit, marks);
  }

  private Marked part(int n, Answer.Part given) {
    Beat.Ask part = part(n);
    return part.kind() == Answer.Kind.CHOICE
        ? chosen(given)
            .map(choice -> new Marker(derivation, part).mark(choice))
            .orElseGet(() -> Marked.noTry(Message.of("answer.kind.CHOICE")))
        : new Marker(derivation, part).mark(given);
  }

  /** The option that a number counts to, if it counts to one. */
  private Optional<Answer> chosen(Answer.Part given) {
    return given instanceof Answer.Scalar(var entry)
            && entry.value() == Math.rint(entry.value())
            && entry.value() >= 0
            && entry.value() < ask.options().size()
        ? Optional.of(new Answer.Choice((int) entry.value()))
        : Optional.empty();
  }

  /** A part as a question of its own; a number may be the one in the cell that another names. */
  Beat.Ask part(int n) {
    Answer.Parts all = (Answer.Parts) right;
    Answer.Part answer = all.parts().get(n);
    if (!ask.options().isEmpty()
        && all.chosen().orElse(-1) == n
        && answer instanceof Answer.Scalar(var option)) {
      // What was done by somebody else is chosen, which is no idea of who chooses.
      return new Beat.Ask(
          Answer.Kind.CHOICE,
          null,
          ask.question(),
          ask.options().stream()
              .map(each -> new Beat.Option(each.text(), null, each.reply()))
              .toList(),
          List.of(),
          new Answer.Choice((int) option.value()),
          false);
    }
    return new Beat.Ask(
        answer.kind(),
        answer instanceof Answer.Scalar(var number) ? standing(all, number) : null,
        ask.question(),
        ask.options(),
        List.of(),
        answer,
        false);
  }

  private @Nullable Region standing(Answer.Parts all, Entry number) {
    List<Place.OfCell> cells = all.places().toList();
    return cells.size() == 1
            && Tolerance.accepts(
                number.value(), new Asked(derivation, cells.getFirst()).numbers().get(0, 0))
        ? cells.getFirst()
        : null;
  }

  // ---- expressions

  private Optional<ExpressionMarker> expressions() {
    return right instanceof Answer.Expression(var wanted)
        ? Optional.of(new ExpressionMarker(derivation.lesson(), wanted, ask.wrong()))
        : Optional.empty();
  }

  /** The matrix of the walk that the right expression makes, if it makes one. */
  Optional<Operand> made() {
    return expressions().flatMap(ExpressionMarker::made);
  }
}
