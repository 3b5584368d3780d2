package org.gradloom.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.marking.Marker;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The code that a page shows beside a question does not answer it. */
class CodeBesideQuestionsTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** A page taken apart. */
  private record Page(JsonNode data, JsonNode pieces) {
    static Page of(Lesson lesson) {
      String page =
          WebPage.of(lesson, Optional.empty(), Granularity.MATRIX, Texts.english(), _ -> {});
      return new Page(
          unpacked(between(page, "id=\"outline\">", "<")),
          JSON.readTree(between(page, "id=\"pieces\">", "<")));
    }

    private static String between(String text, String start, String end) {
      int from = text.indexOf(start) + start.length();
      return text.substring(from, text.indexOf(end, from));
    }

    private static JsonNode unpacked(String piece) {
      try (InputStream bytes =
          new InflaterInputStream(
              new ByteArrayInputStream(Base64.getDecoder().decode(piece)), new Inflater(true))) {
        return JSON.readTree(bytes.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The code of all languages before or after the answer to a beat's question. */
    String code(int beat, String when) {
      JsonNode asked = data.get("beats").get(beat);
      int cover = asked.get(when).asInt();
      JsonNode shown =
          cover < 0
              ? data.get("walks").get(asked.get("walk").asInt())
              : unpacked(pieces.get(cover).asString());
      List<String> lines = new ArrayList<>();
      shown
          .get("code")
          .forEach(language -> language.forEach(line -> lines.add(line.get(0).asString())));
      return bare(String.join("\n", lines));
    }
  }

  private static String bare(String code) {
    return code.replace(" ", "");
  }

  /** The right options, or the expression, as code is compared; nothing of other answers. */
  private static List<String> right(Lesson shown, Beat.Ask ask) {
    if (ask.measured()) {
      return List.of();
    }
    IntFunction<String> option = i -> bare(ask.options().get(i).text().in("en"));
    return switch (new Marker(Derivation.of(shown), ask).right()) {
      case Answer.Choice(int chosen) -> List.of(option.apply(chosen));
      case Answer.Choices(var chosen) -> chosen.stream().map(option::apply).toList();
      case Answer.Order(var ordered) -> ordered.stream().map(option::apply).toList();
      case Answer.Expression(var text) -> List.of(bare(text));
      case Answer.Scalar _,
          Answer.Row _,
          Answer.OfMatrix _,
          Answer.OfShape _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Parts _ ->
          List.of();
    };
  }

  @Test
  void noRightAnswerStandsInTheCodeWhileItIsAskedFor() {
    List<String> questions = new ArrayList<>();
    for (String id : BuiltInLessons.lessons().keySet()) {
      Lesson lesson = BuiltInLessons.read(id);
      Page page = Page.of(lesson);
      for (int i = 0; i < lesson.beats().size(); i++) {
        Beat beat = lesson.beats().get(i);
        Beat.Ask ask = beat.ask();
        for (String text :
            ask == null ? List.<String>of() : right(lesson.in(beat).orElseThrow(), ask)) {
          questions.add(text);
          assertThat(page.code(i, "before")).as("%s, beat %d", id, i + 1).doesNotContain(text);
        }
      }
    }
    assertThat(questions).hasSizeGreaterThan(20).contains("dZ=dA*(Z>0)", "X.T@dZ", "W-0.1*dW");
  }

  @Test
  void codeComesBackWithTheAnswer() {
    Page gate = Page.of(BuiltInLessons.read("the-gate"));
    assertThat(gate.code(4, "before")).startsWith("Opensafteryouranswer");
    assertThat(gate.code(4, "after")).contains("dZ=dA*(Z>0)");
  }
}
