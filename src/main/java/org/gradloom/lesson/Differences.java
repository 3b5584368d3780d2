package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** In what two lessons differ, place by place as the first of them writes it. */
public final class Differences {
  private static final Message NONE = Message.of("differs.none");

  private final Lesson one;
  private final Lesson other;
  private final List<Difference> all = new ArrayList<>();

  private Differences(Lesson one, Lesson other) {
    this.one = one;
    this.other = other;
  }

  /**
   * One of them.
   *
   * @param what where it is
   */
  public record Difference(Message what, Message one, Message other) {}

  /** All of them; empty for equal lessons only. */
  public static List<Difference> between(Lesson one, Lesson other) {
    return new Differences(one, other).found();
  }

  private List<Difference> found() {
    add(Message.of("differs.title"), words(one.title()), words(other.title()));
    add(Message.of("differs.convention"), convention(one), convention(other));
    Set<Operand> inputs = new LinkedHashSet<>(one.inputs());
    inputs.addAll(other.inputs());
    inputs.forEach(this::numbers);
    for (int l = 0; l < Math.max(one.layers().size(), other.layers().size()); l++) {
      add(Message.of("differs.activation", l + 1), activation(one, l), activation(other, l));
    }
    add(Message.of("differs.loss"), loss(one), loss(other));
    add(
        Message.of("differs.learningRate"),
        number(one.learningRate()),
        number(other.learningRate()));
    boolean isSaid = !all.isEmpty();
    whether("differs.training", one.training(), other.training());
    whether("differs.beats", one.beats(), other.beats());
    whether("differs.beats", one.outline(), other.outline());
    whether("differs.scenes", one.scenes(), other.scenes());
    if (!isSaid && all.isEmpty() && !one.equals(other)) {
      all.add(new Difference(Message.of("differs.rest"), NONE, NONE));
    }
    return List.copyOf(all);
  }

  private void add(Message what, Message here, Message there) {
    if (!here.equals(there)) {
      all.add(new Difference(what, here, there));
    }
  }

  private void whether(String key, @Nullable Object here, @Nullable Object there) {
    if (!Objects.equals(here, there)) {
      all.add(
          new Difference(
              Message.of(key), Message.of("differs.these"), Message.of("differs.others")));
    }
  }

  private void numbers(Operand operand) {
    String name = EditDescription.name(one.inputs().contains(operand) ? one : other, operand);
    if (!one.has(operand) || !other.has(operand)) {
      add(Message.of("differs.whole", name), whole(one, operand), whole(other, operand));
      return;
    }
    Matrix here = one.convention().turned(operand, one.input(operand));
    Matrix there = other.convention().turned(operand, other.input(operand));
    if (!here.shape().equals(there.shape())) {
      add(Message.of("differs.whole", name), shape(here), shape(there));
      return;
    }
    for (int i = 0; i < here.rows(); i++) {
      for (int j = 0; j < here.columns(); j++) {
        if (!here.entry(i, j).equals(there.entry(i, j))) {
          entries(name, i, j, here.entry(i, j), there.entry(i, j));
        }
      }
    }
  }

  /** Only where the usual digits are the same, all of them are needed. */
  private void entries(String name, int row, int column, Entry here, Entry there) {
    boolean isSeen = !here.text().equals(there.text());
    all.add(
        new Difference(
            Message.of("differs.entry", name, row + 1, column + 1),
            words(isSeen ? here.text() : here.inFull()),
            words(isSeen ? there.text() : there.inFull())));
  }

  private static Message whole(Lesson lesson, Operand operand) {
    return lesson.has(operand)
        ? shape(lesson.convention().turned(operand, lesson.input(operand)))
        : NONE;
  }

  private static Message shape(Matrix matrix) {
    return words(matrix.shape().toString());
  }

  private static Message words(String text) {
    return text.isEmpty() ? NONE : Message.of("differs.words", text);
  }

  private static Message number(double value) {
    return words(Numbers.inFull(value));
  }

  private static Message convention(Lesson lesson) {
    return Message.of("convention.plain." + lesson.convention().documentName());
  }

  private static Message activation(Lesson lesson, int layer) {
    return layer < lesson.layers().size()
        ? Message.of("activation." + lesson.layers().get(layer).activation().documentName())
        : NONE;
  }

  private static Message loss(Lesson lesson) {
    Loss loss = lesson.loss();
    return Message.of(
        loss.l1().isPresent() ? "differs.ofLossAndL1" : "differs.ofLoss",
        Message.of("loss." + loss.kind().ownName()),
        loss.reduction().documentName(),
        loss.l2().isPresent() ? Numbers.inFull(loss.l2().lambda()) : "0",
        Numbers.inFull(loss.l1().lambda()));
  }
}
