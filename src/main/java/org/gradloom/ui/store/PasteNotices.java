package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.derivation.Cover;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.EditDescription;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.gradloom.paste.Way;
import org.gradloom.text.Message;

/** What is said of a paste: how it was read, how else it can be, what that would cost. */
final class PasteNotices {
  /** So many numbers of a lost line are told; more would have to be read. */
  private static final int MOST_NUMBERS = 4;

  private final Pasted pasted;
  private final Lesson before;
  private final Cover cover;
  private final String name;

  PasteNotices(Pasted pasted, Cover cover) {
    this.pasted = pasted;
    this.before = pasted.before();
    this.cover = cover;
    this.name = new Notation(before).plain(pasted.operand());
  }

  /** What is asked before anything is done. */
  Notice question() {
    Message why =
        Message.of(
            turnsWeight() ? "paste.ask.weight" : "paste.ask",
            pasted.likeliest().way() == Way.TURNED
                ? pasted.likeliest().shape().transposed().toString()
                : pasted.likeliest().shape().toString(),
            name,
            pasted.seen().toString());
    return new Notice(why, false)
        .about(title())
        .quoting(pasted.text())
        .offering(
            pasted.options().stream()
                .map(option -> choice(option, Optional.empty(), new Action.PasteAs(pasted, option)))
                .toArray(Notice.Choice[]::new));
  }

  private boolean turnsWeight() {
    return pasted.likeliest().way() == Way.TURNED
        && pasted.operand().quantity() == MatrixSymbol.W
        && !before.convention().neuronsAreRows();
  }

  /** What was done, and what could be done in its place. */
  Notice done(Pasted.Option chosen) {
    if (pasted.options().size() == 1) {
      return plain(chosen);
    }
    return new Notice(Message.of("paste.read." + chosen.way(), chosen.shape().toString()), false)
        .about(title())
        .quoting(pasted.text())
        .offering(
            pasted.others(chosen).stream()
                .map(option ->
                    choice(
                        option,
                        Optional.of(
                            Message.of("paste.or." + option.way(), option.shape().toString())),
                        new Action.PasteInstead(pasted, option)))
                .toArray(Notice.Choice[]::new));
  }

  /** What was done, and what had to be decided to read it. */
  Notice plain(Pasted.Option chosen) {
    Message done = EditDescription.of(before, chosen.edit());
    List<Message> said = new ArrayList<>(chosen.said());
    if (chosen.way() == Way.TURNED) {
      said.addFirst(Message.of("paste.read." + Way.TURNED, chosen.shape().toString()));
    }
    return new Notice(
        said.stream()
            .reduce((a, b) -> Message.of("paste.and", a, b))
            .map(all -> Message.of("paste.sentences", done, all))
            .orElse(done),
        false);
  }

  private Message title() {
    return Message.of("paste.onto", name);
  }

  private Notice.Choice choice(Pasted.Option option, Optional<Message> how, Action then) {
    List<Message> because = new ArrayList<>();
    how.ifPresent(because::add);
    LostLines.of(pasted, option).forEach(lost -> because.addAll(cost(lost)));
    how.ifPresent(_ -> because.add(Message.of("paste.undoable")));
    return new Notice.Choice(
        because.stream().reduce((a, b) -> Message.of("paste.and", a, b)),
        Message.of("paste.button." + option.way(), option.shape().toString()),
        then);
  }

  private List<Message> cost(LostLines lost) {
    String input = new Notation(before).plain(lost.operand());
    boolean rows = lost.areRows() != before.convention().turns(lost.operand());
    int first = lost.from() + 1;
    String numbers = numbers(lost);
    Message what;
    if (lost.from() < lost.to()) {
      what = Message.of(rows ? "paste.lostRows" : "paste.lostColumns", input, first, lost.to() + 1);
    } else if (numbers.isEmpty()) {
      what = Message.of(rows ? "paste.lostRow" : "paste.lostColumn", input, first);
    } else {
      what = Message.of(rows ? "paste.lostRowOf" : "paste.lostColumnOf", input, first, numbers);
    }
    return switch (lost.dimension()) {
      case Dimension.Samples _ -> List.of(what, Message.of("paste.left.samples", lost.from()));
      case Dimension.Units(int layer) when layer < 0 ->
          List.of(what, Message.of("paste.left.features", lost.from()));
      case Dimension.Units _ -> List.of(what, Message.of("paste.left.neurons", lost.from()));
      case Dimension.One _ -> List.of(what);
    };
  }

  /** The numbers of a single lost line; none where they are many or must not be seen. */
  private String numbers(LostLines lost) {
    Matrix matrix = before.input(lost.operand());
    int count = lost.areRows() ? matrix.columns() : matrix.rows();
    if (count > MOST_NUMBERS || cover.hidesSomeOf(lost.operand())) {
      return "";
    }
    return IntStream.range(0, count)
        .mapToObj(i -> lost.areRows() ? matrix.entry(lost.from(), i) : matrix.entry(i, lost.from()))
        .map(entry -> entry.text())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
