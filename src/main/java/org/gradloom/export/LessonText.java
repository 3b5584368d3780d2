package org.gradloom.export;

import java.io.IOException;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Markup;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Tells a lesson beat by beat as readable text: what is said, the matrices of the place where the
 * beat stands as far as the walk has come, and the question. What the beat covers stays blank until
 * its answer is told.
 */
public final class LessonText {
  private final Lesson lesson;
  private final boolean answers;
  private final Texts texts;
  private final Appendable out;

  private LessonText(Lesson lesson, boolean answers, Texts texts, Appendable out) {
    this.lesson = lesson;
    this.answers = answers;
    this.texts = texts;
    this.out = out;
  }

  /**
   * Writes the lesson.
   *
   * @param answers whether the answers are told too, with the hints, the likely wrong answers and
   *     the instructor's notes
   * @throws InvalidInput if the lesson has no beats, or a beat stands where its numbers have no
   *     step
   */
  public static void write(Lesson lesson, boolean answers, Texts texts, Appendable out)
      throws IOException {
    if (lesson.beats().isEmpty()) {
      throw new InvalidInput("beats.none");
    }
    new LessonText(lesson, answers, texts, out).write();
  }

  private void write() throws IOException {
    Outline outline = lesson.outline();
    if (outline == null) {
      heading(lesson.title(), '=');
    } else {
      heading(texts.get("beats.lesson", outline.number(), lesson.title()), '=');
      line(texts.get("beats.chapter", text(outline.chapter()), outline.minutes()));
      line(text(outline.card()));
    }
    if (lesson.beats().stream().anyMatch(LessonText::mayLeaveBlank)) {
      line("");
      line(texts.get("beats.signs"));
    }
    for (int i = 0; i < lesson.beats().size(); i++) {
      Beat beat = lesson.beats().get(i);
      Message count = Message.of("beats.count", i + 1, lesson.beats().size());
      Wording title = beat.title();
      line("");
      heading(title == null ? texts.say(count) : texts.get("beats.title", count, text(title)), '-');
      try {
        // A beat looks at no other, and an edit that it tries would look at all of them.
        Lesson numbers = lesson.in(beat).orElseThrow().withoutBeats();
        new BeatText(beat, Derivation.of(numbers), texts, out).write(answers);
      } catch (InvalidInput e) {
        throw new InvalidInput("beats.fails", i + 1, e.said());
      }
    }
  }

  /** True if it covers something, or stands amid a matrix whose other cells are still to come. */
  private static boolean mayLeaveBlank(Beat beat) {
    return !beat.cover().isEmpty()
        || beat.at() instanceof Place.OfCell
        || beat.at() instanceof Place.OfTerm;
  }

  static String text(Wording wording) {
    return Markup.plain(wording.in(Wording.FALLBACK));
  }

  private void heading(String text, char below) throws IOException {
    if (!text.isEmpty()) {
      line(text);
      line(Character.toString(below).repeat(text.length()));
    }
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
