package org.gradloom.marking;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Misconception;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Marks numbers: one as 1×1, a line as 1×k, a matrix as the convention lists it.
 *
 * @param right the numbers that are asked for
 * @param asked where they stand in the lesson, if they do
 * @param listed wrong numbers that came with the question
 */
record NumbersMarker(Matrix right, Optional<Asked> asked, List<ListedNumbers> listed) {
  /** A wrong answer that came with the question. */
  record ListedNumbers(Matrix numbers, @Nullable Misconception misconception) {}

  /**
   * Marks.
   *
   * @param used the lines that the learner says were used
   */
  Marked mark(Matrix given, Optional<Answer.Lines> used) {
    if (!given.shape().equals(right.shape())) {
      return ofAnotherShape(given);
    }
    List<Boolean> entries =
        cells().map(cell -> Tolerance.accepts(at(given, cell), at(right, cell))).toList();
    if (!entries.contains(false)) {
      return Marked.right(
          entries,
          entries.size() == 1
              ? Message.of("mark.right", subject(given))
              : Message.of("mark.rightEntries", entries.size()));
    }
    double credit = (double) entries.stream().filter(each -> each).count() / entries.size();
    Optional<ListedNumbers> known =
        listed.stream().filter(each -> Tolerance.accepts(given, each.numbers())).findFirst();
    Marked marked =
        known.isPresent()
            ? listed(given, known.get().misconception())
            : recognised(given, entries, used);
    return marked.crediting(credit, entries);
  }

  private Stream<Cell> cells() {
    return IntStream.range(0, right.shape().size())
        .mapToObj(n -> new Cell(n / right.columns(), n % right.columns()));
  }

  private static double at(Matrix matrix, Cell cell) {
    return matrix.get(cell.row(), cell.column());
  }

  // ---- a wrong answer that is listed

  private Marked listed(Matrix given, @Nullable Misconception misconception) {
    List<WrongMethod> all = found(given, _ -> true);
    Optional<WrongMethod> same =
        all.stream().filter(each -> each.misconception() == misconception).findFirst();
    if (same.isEmpty() && misconception == null) {
      same = all.stream().findFirst();
    }
    if (same.isPresent()) {
      Slip slip = same.get().slip().get();
      return diagnosed(misconception, Optional.of(slip), reply(slip, subject(given)));
    }
    return misconception == null
        ? unknown(given)
        : diagnosed(misconception, Optional.empty(), Ideas.of(misconception));
  }

  private static Marked diagnosed(
      @Nullable Misconception misconception, Optional<Slip> slip, Message reply) {
    return Marked.wrong(0, List.of(), new Diagnosis(misconception, slip, reply));
  }

  // ---- a wrong answer that a method gives

  private Marked recognised(Matrix given, List<Boolean> entries, Optional<Answer.Lines> used) {
    List<WrongMethod> all = found(given, _ -> true);
    if (!all.isEmpty()) {
      return chosen(all, used, subject(given));
    }
    List<Cell> wrong = wrong(entries);
    if (wrong.size() == entries.size()) {
      return unknown(given);
    }
    Message said = Message.of("mark.entries", entries.size() - wrong.size(), entries.size());
    List<WrongMethod> some = found(given, wrong::contains);
    if (some.isEmpty()) {
      Message entry = entry(given, wrong.getFirst());
      return Marked.wrong(0, List.of(), Message.of("mark.unknown.entry", entry)).prefixed(said);
    }
    return chosen(some, Optional.empty(), entry(given, wrong.getFirst())).prefixed(said);
  }

  private List<Cell> wrong(List<Boolean> entries) {
    List<Cell> cells = cells().toList();
    return IntStream.range(0, cells.size())
        .filter(n -> !entries.get(n))
        .mapToObj(cells::get)
        .toList();
  }

  /** The methods that give these numbers at some of the cells: of a few, else of all known. */
  private List<WrongMethod> found(Matrix given, Predicate<Cell> where) {
    if (asked.isEmpty()) {
      return List.of();
    }
    List<WrongMethod> few = found(asked.get().modelled(), given, where);
    return few.isEmpty() ? found(asked.get().further(), given, where) : few;
  }

  private List<WrongMethod> found(
      Stream<WrongMethod> methods, Matrix given, Predicate<Cell> where) {
    Asked of = asked.orElseThrow();
    return methods
        .filter(method ->
            of.given(method)
                .filter(numbers -> numbers.shape().equals(given.shape()))
                .filter(numbers ->
                    cells()
                        .filter(where)
                        .allMatch(cell -> Tolerance.accepts(at(given, cell), at(numbers, cell))))
                .isPresent())
        .toList();
  }

  /**
   * One of those that give these numbers. Two ideas are told apart by the lines that were used,
   * where two lines meet in one cell; elsewhere the first is the likeliest, and what belongs to an
   * idea before what belongs to none.
   */
  private Marked chosen(List<WrongMethod> all, Optional<Answer.Lines> used, Message subject) {
    List<WrongMethod> ideas = all.stream().filter(each -> each.misconception() != null).toList();
    Asked of = asked.orElseThrow();
    boolean tied =
        ideas.stream().map(WrongMethod::misconception).distinct().count() > 1
            && of.isOneCellOfAProduct();
    if (tied && used.isEmpty()) {
      return Marked.asking(Message.of("mark.tied", subject));
    }
    List<WrongMethod> likely = ideas.isEmpty() ? all : ideas;
    WrongMethod likeliest =
        likely.stream()
            .filter(each -> !tied || of.uses(each.slip().get(), used.orElseThrow()))
            .findFirst()
            .orElseGet(likely::getFirst);
    Slip slip = likeliest.slip().get();
    return diagnosed(likeliest.misconception(), Optional.of(slip), reply(slip, subject));
  }

  private Message reply(Slip slip, Message subject) {
    return new Reply(asked.orElseThrow()).of(slip, subject);
  }

  // ---- what it is called

  private Message subject(Matrix given) {
    if (right.shape().size() == 1) {
      return Message.of("mark.plain", text(given.entry(0, 0)));
    }
    return several(given);
  }

  private Message several(Matrix given) {
    boolean column = asked.filter(Asked::isWrittenAsColumn).isPresent();
    return Message.of(
        given.rows() > 1 ? "mark.yourMatrix" : column ? "mark.yourColumn" : "mark.yourRow");
  }

  /** A whole number with all its digits; what is counted by its thousands, as the views have it. */
  private String text(Entry entry) {
    double value = entry.value();
    boolean whole = value == Math.rint(value) && Math.abs(value) < Tolerance.MOST_WHOLE;
    if (!whole || entry.fraction() != null) {
      return entry.text();
    }
    long number = (long) value;
    return asked.isPresent() ? Numbers.withRealMinus(Long.toString(number)) : Numbers.whole(number);
  }

  private Message entry(Matrix given, Cell cell) {
    String text = text(given.entry(cell.row(), cell.column()));
    return given.rows() == 1
        ? Message.of("mark.entryAt", text, cell.column() + 1)
        : Message.of("mark.cellAt", text, cell.row() + 1, cell.column() + 1);
  }

  private Marked unknown(Matrix given) {
    Message subject = subject(given);
    Message reply =
        right.shape().size() > 1
            ? Message.of("mark.unknown.matrix", subject)
            : asked
                .filter(Asked::isOneCellOfAProduct)
                .filter(of -> of.section().filter(section -> section.terms() > 1).isPresent())
                .map(of ->
                    Message.of("mark.unknown.cell", subject, new ReplyNames(of, of.first()).name()))
                .orElseGet(() -> Message.of("mark.unknown.number", subject));
    return Marked.wrong(0, List.of(), reply);
  }

  // ---- another shape

  /** A wrong method can give another shape; what none gives was not worked out for this. */
  private Marked ofAnotherShape(Matrix given) {
    Optional<WrongMethod> found =
        asked.flatMap(of -> of.modelled().filter(method -> comesTo(of, method, given)).findFirst());
    if (found.isEmpty()) {
      return Marked.noTry(
          Message.of("mark.shape", given.shape().toString(), right.shape().toString()));
    }
    Slip slip = found.get().slip().get();
    return diagnosed(found.get().misconception(), Optional.of(slip), reply(slip, several(given)));
  }

  /** True if a method gives this matrix where all is asked, or this line where one is. */
  private static boolean comesTo(Asked of, WrongMethod method, Matrix given) {
    return (of.isWhole() && Tolerance.accepts(given, method.result()))
        || of.longer(method).filter(line -> Tolerance.accepts(given, line)).isPresent();
  }
}
