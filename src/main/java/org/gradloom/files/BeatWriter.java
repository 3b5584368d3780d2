package org.gradloom.files;

import java.util.List;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.ViewPart;
import org.gradloom.lesson.Wording;
import org.jspecify.annotations.Nullable;

/** Writes what a lesson tells; its regions and answers are turned already. */
record BeatWriter(JsonWriter json) {
  void outline(Outline outline) {
    json.startObject("lesson");
    wording("chapter", outline.chapter());
    json.whole("number", outline.number());
    wording("aha", outline.aha());
    wording("card", outline.card());
    json.whole("minutes", outline.minutes());
    json.endObject();
  }

  void beat(Beat beat) {
    json.startObject();
    optional("scene", beat.scene());
    if (beat.screen() != Screen.EXPLORE) {
      json.text("screen", Values.lowerCase(beat.screen()));
    }
    optional("at", beat.at());
    if (beat.view() != Perspective.PRODUCT) {
      json.text("view", Values.lowerCase(beat.view()));
    }
    wording("title", beat.title());
    wording("say", beat.say());
    texts("cover", beat.cover().stream().map(BeatWriter::name).toList());
    Beat.Ask ask = beat.ask();
    if (ask != null) {
      ask(ask);
    }
    optional("nudge", beat.nudge());
    if (!beat.hints().isEmpty()) {
      json.startList("hints");
      beat.hints().forEach(this::wording);
      json.endList();
    }
    if (!beat.sizes().isEmpty()) {
      json.wholes("sizes", beat.sizes());
    }
    wording("notes", beat.notes());
    texts("show", beat.show());
    json.endObject();
  }

  private static String name(Coverable item) {
    return switch (item) {
      case Region region -> region.toString();
      case ViewPart part -> Values.lowerCase(part);
    };
  }

  private void ask(Beat.Ask ask) {
    json.startObject("ask");
    json.text("kind", Values.lowerCase(ask.kind()));
    optional("of", ask.of());
    wording("question", ask.question());
    if (!ask.options().isEmpty() || !ask.wrong().isEmpty()) {
      json.startList("options");
      ask.options().forEach(this::option);
      ask.wrong().forEach(this::wrong);
      json.endList();
    }
    Answer answer = ask.answer();
    if (answer != null) {
      json.name("answer");
      new AnswerWriter(json).write(answer);
    }
    if (ask.measured()) {
      json.truth("measured", true);
    }
    json.endObject();
  }

  private void option(Beat.Option option) {
    if (option.misconception() == null && option.reply() == null) {
      wording(option.text());
      return;
    }
    json.startObject();
    wording("text", option.text());
    misconception(option.misconception());
    wording("reply", option.reply());
    json.endObject();
  }

  private void wrong(Beat.Wrong wrong) {
    json.startObject();
    json.name("answer");
    new AnswerWriter(json).write(wrong.answer());
    misconception(wrong.misconception());
    wording("reply", wrong.reply());
    json.endObject();
  }

  private void misconception(@Nullable Misconception misconception) {
    if (misconception != null) {
      json.text("misconception", misconception.code());
    }
  }

  void wording(String name, @Nullable Wording wording) {
    if (wording != null) {
      json.name(name);
      wording(wording);
    }
  }

  private void wording(Wording wording) {
    switch (wording) {
      case Wording.Plain(var text) -> json.text(text);
      case Wording.ByLanguage(var texts) -> {
        json.startObject();
        texts.forEach(json::text);
        json.endObject();
      }
    }
  }

  private void texts(String name, List<String> texts) {
    if (!texts.isEmpty()) {
      json.startList(name);
      texts.forEach(json::text);
      json.endList();
    }
  }

  private void optional(String name, @Nullable Object value) {
    if (value != null) {
      json.text(name, value.toString());
    }
  }
}
