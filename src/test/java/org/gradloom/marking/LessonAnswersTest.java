package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Entry;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/** Whether every question of the lessons takes its answer, and replies to the likely wrong ones. */
class LessonAnswersTest {
  private static final Texts TEXTS = Texts.english();

  /** A question with what marks it, and where it stands. */
  private record Question(String where, Beat.Ask ask, Marker marker) {}

  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (String id : BuiltInLessons.lessons().keySet()) {
      Lesson lesson = BuiltInLessons.read(id);
      for (int n = 0; n < lesson.beats().size(); n++) {
        Beat beat = lesson.beats().get(n);
        Beat.Ask ask = beat.ask();
        if (ask != null && !ask.measured()) {
          questions.add(
              new Question(
                  id + ", beat " + (n + 1),
                  ask,
                  new Marker(Derivation.of(lesson.in(beat).orElseThrow()), ask)));
        }
      }
    }
    return questions;
  }

  private final List<Question> questions = questions();

  @Test
  void theRightAnswerIsRight() {
    assertThat(questions)
        .hasSizeGreaterThan(40)
        .allSatisfy(each -> {
          Marked marked = each.marker().mark(each.marker().right());
          assertThat(marked.correct()).as(each.where()).isTrue();
          assertThat(marked.diagnosis()).isEmpty();
        });
  }

  @Test
  void aListedWrongAnswerIsWrongNamedAsListedAndAskedBack() {
    for (Question each : questions) {
      for (Beat.Wrong wrong : each.ask().wrong()) {
        Marked marked = each.marker().mark(wrong.answer());
        String as = each.where() + ": " + wrong.answer() + " → " + TEXTS.say(marked.reply());
        assertThat(marked.attempt()).as(as).isTrue();
        assertThat(marked.correct()).as(as).isFalse();
        if (wrong.misconception() != null) {
          assertThat(marked.diagnosis().orElseThrow().misconception())
              .as(as)
              .isEqualTo(wrong.misconception());
          assertThat(TEXTS.say(marked.reply())).as(as).endsWith("?");
        }
      }
    }
  }

  /** Replies that would fit any question. */
  private static boolean isGeneral(Message reply) {
    return reply.key().startsWith("mark.unknown") || reply.key().startsWith("mark.idea");
  }

  private static void assertTeaches(String where, Beat.Ask ask, Answer right, Marked marked) {
    String said = TEXTS.say(marked.reply());
    String as = where + " → " + said;
    assertThat(isGeneral(marked.reply())).as(as).isFalse();
    assertThat(said).as(as).endsWith("?").hasSizeLessThan(150);
    if (right instanceof Answer.Scalar(Entry value) && ask.of() == null) {
      assertThat(said.replace(",", "").split("[^0-9.−]+")).as(as).doesNotContain(value.text());
    }
  }

  @Test
  void aLikelyWrongAnswerIsToldWhatWasDoneAndNeverTheAnswer() {
    for (Question each : questions) {
      Answer right = each.marker().right();
      for (Beat.Wrong wrong : each.ask().wrong()) {
        assertTeaches(
            each.where() + ": " + wrong.answer(),
            each.ask(),
            right,
            each.marker().mark(wrong.answer()));
      }
      for (int i = 0; i < each.ask().options().size(); i++) {
        Answer option = new Answer.Choice(i);
        if (right.kind() == Answer.Kind.CHOICE && !option.equals(right)) {
          assertTeaches(
              each.where() + ": " + option, each.ask(), right, each.marker().mark(option));
        }
      }
    }
  }

  @Test
  void anOptionThatDoesNotHoldIsNamedAsListed() {
    for (Question each : questions) {
      for (int i = 0; i < each.ask().options().size(); i++) {
        Beat.Option option = each.ask().options().get(i);
        if (option.misconception() != null && each.ask().kind() == Answer.Kind.CHOICE) {
          assertThat(
                  each.marker()
                      .mark(new Answer.Choice(i))
                      .diagnosis()
                      .orElseThrow()
                      .misconception())
              .as(each.where())
              .isEqualTo(option.misconception());
        }
      }
    }
  }
}
