package org.gradloom.marking;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;

/**
 * Marks what is no number: a shape, options, lines and cells. A method shows in none of these, so
 * the ideas behind them come with the question.
 *
 * @param right the answer to the question
 */
record ChosenMarker(Derivation derivation, Beat.Ask ask, Answer right) {
  /** Right, a wrong answer that is listed, or else what is said of one that nobody foresaw. */
  private Marked marked(Answer given, double credit, Message rightly, Marked otherwise) {
    if (given.equals(right)) {
      return Marked.right(List.of(), rightly);
    }
    return listed(given, credit).orElseGet(() -> otherwise.crediting(credit, List.of()));
  }

  /** What is said of a wrong answer that came with the question. */
  Optional<Marked> listed(Answer given, double credit) {
    return ask.wrong().stream()
        .filter(wrong -> wrong.answer().equals(given))
        .flatMap(wrong -> Stream.ofNullable(wrong.misconception()))
        .findFirst()
        .map(idea -> diagnosed(credit, idea));
  }

  private Marked diagnosed(double credit, Misconception idea) {
    return Marked.wrong(
        credit, List.of(), new Diagnosis(idea, Optional.empty(), Ideas.of(idea, right.kind())));
  }

  private static Marked unknown(String key) {
    return Marked.wrong(0, List.of(), Message.of(key));
  }

  Marked shape(Shape given) {
    Answer answer = new Answer.OfShape(given);
    boolean layout = new Answer.OfShape(given.transposed()).equals(right);
    return marked(
        answer,
        0,
        Message.of("mark.right", given.toString()),
        layout ? diagnosed(0, Misconception.M10) : unknown("mark.unknown.shape"));
  }

  Marked choice(int option) {
    return marked(
        new Answer.Choice(option),
        0,
        Message.of("mark.right", said(option)),
        ofOption(option).orElseGet(() -> unknown("mark.unknown.choice")));
  }

  /** As the option says it; options are not numbered wherever they are chosen from. */
  private Object said(int option) {
    return option < ask.options().size() ? ask.options().get(option).text() : option + 1;
  }

  private Optional<Marked> ofOption(int option) {
    return option < ask.options().size()
        ? Optional.ofNullable(ask.options().get(option).misconception())
            .map(idea -> diagnosed(0, idea))
        : Optional.empty();
  }

  Marked choices(List<Integer> given) {
    List<Integer> wanted = right instanceof Answer.Choices(var all) ? all : List.of();
    int count = ask.options().size();
    long decided =
        IntStream.range(0, count).filter(i -> given.contains(i) == wanted.contains(i)).count();
    Optional<Marked> taken =
        given.stream()
            .filter(option -> !wanted.contains(option))
            .flatMap(option -> ofOption(option).stream())
            .findFirst();
    return marked(
        new Answer.Choices(given),
        (double) decided / count,
        Message.of("mark.allRight"),
        taken.orElseGet(() ->
            given.containsAll(wanted)
                ? unknown("mark.unknown.tooMany")
                : unknown("mark.unknown.choices")));
  }

  Marked order(List<Integer> given) {
    List<Integer> wanted = right instanceof Answer.Order(var all) ? all : List.of();
    int count = wanted.size();
    long placed =
        IntStream.range(0, Math.min(count, given.size()))
            .filter(i -> given.get(i).equals(wanted.get(i)))
            .count();
    return marked(
        new Answer.Order(given),
        (double) placed / count,
        Message.of("mark.allRight"),
        unknown("mark.unknown.order"));
  }

  Marked lines(Answer.Lines given) {
    Answer.Lines wanted = right instanceof Answer.Lines lines ? lines : given;
    double credit =
        (given.left() == wanted.left() ? 0.5 : 0) + (given.right() == wanted.right() ? 0.5 : 0);
    Marked other =
        made(given)
            .map(reply ->
                Marked.wrong(
                    0, List.of(), new Diagnosis(Misconception.M16, Optional.empty(), reply)))
            .orElseGet(() -> diagnosed(0, Misconception.M16));
    return given.equals(wanted)
        ? Marked.right(List.of(), Message.of("mark.allRight"))
        : other.crediting(credit, List.of());
  }

  /** What two lines make, where they meet in a cell of the matrix that is asked about. */
  private Optional<Message> made(Answer.Lines lines) {
    return Optional.ofNullable(ask.of())
        .flatMap(of -> new Reply(new Asked(derivation, of)).meeting(lines));
  }

  Marked cells(List<Place.OfCell> given) {
    List<Place.OfCell> wanted =
        right instanceof Answer.Cells(var cells) ? canonical(cells) : List.of();
    List<Place.OfCell> named = canonical(given);
    long hits = named.stream().filter(wanted::contains).count();
    long all = named.size() + wanted.size() - hits;
    if (hits == all) {
      return Marked.right(List.of(), Message.of("mark.allRight"));
    }
    Optional<Misconception> idea =
        ask.wrong().stream()
            .filter(wrong ->
                wrong.answer() instanceof Answer.Cells(var cells)
                    && canonical(cells).size() == named.size()
                    && canonical(cells).containsAll(named))
            .flatMap(wrong -> Stream.ofNullable(wrong.misconception()))
            .findFirst();
    double credit = (double) hits / all;
    return idea.map(each -> diagnosed(credit, each))
        .orElseGet(() -> unknown(unknownCells(wanted.size(), hits)).crediting(credit, List.of()));
  }

  private static String unknownCells(int wanted, long hits) {
    if (hits == wanted) {
      return "mark.unknown.tooManyCells";
    }
    return wanted == 1 ? "mark.unknown.otherCell" : "mark.unknown.cells";
  }

  private List<Place.OfCell> canonical(List<Place.OfCell> cells) {
    Lesson lesson = derivation.lesson();
    return cells.stream()
        .map(cell ->
            lesson.has(cell.operand())
                ? new Place.OfCell(lesson.canonical(cell.operand()), cell.cell())
                : cell)
        .distinct()
        .toList();
  }
}
