package org.gradloom.export.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.gradloom.assets.Assets;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.StillCovered;
import org.gradloom.export.Tokens;
import org.gradloom.export.handout.Handout;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A walk as one file for a browser, which asks nobody for anything: opened from a disk it steps,
 * asks what a lesson asks, and prints as a handout.
 */
public final class WebPage {
  /** So many steps a phone still holds. */
  public static final long MOST_STEPS = 20_000;

  private static final String ASSETS = "assets/page/";
  private static final String WORDS = "page.";
  private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

  private final Lesson lesson;
  private final Granularity granularity;
  private final Texts texts;
  private final DoubleConsumer headway;

  /** What is packed, each piece on its own, so that a browser opens what it needs. */
  private final List<Object> pieces = new ArrayList<>();

  private final List<Lesson> numbers = new ArrayList<>();
  private final List<Object> walks = new ArrayList<>();

  /** The walks and beats that are told. */
  private int told;

  private WebPage(Lesson lesson, Granularity granularity, Texts texts, DoubleConsumer headway) {
    this.lesson = lesson;
    this.granularity = granularity;
    this.texts = texts;
    this.headway = headway;
  }

  /**
   * The page.
   *
   * @param at where it opens, unless its address says another place
   * @param granularity how fine its steps are
   * @param headway is told the part that is done, from 0 to 1
   * @throws InvalidInput if a matrix is too large or the walk too long, naming what would fit
   */
  public static String of(
      Lesson lesson,
      Optional<Place> at,
      Granularity granularity,
      Texts texts,
      DoubleConsumer headway) {
    Handout.requireReadable(lesson);
    at.ifPresent(place -> Derivation.of(lesson).at(place));
    long steps = Derivation.of(lesson).size(granularity);
    if (steps > MOST_STEPS) {
      throw new InvalidInput("page.tooLong", Long.toString(steps), Long.toString(MOST_STEPS));
    }
    return new WebPage(lesson, granularity, texts, headway).page(at);
  }

  private String page(Optional<Place> at) {
    walk(lesson);
    told++;
    List<Object> beats = new ArrayList<>();
    for (int i = 0; i < lesson.beats().size(); i++) {
      beats.add(beat(i));
      told++;
      reached(0);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", Handout.name(lesson, texts));
    data.put("at", at.map(place -> lesson.convention().turned(place).toString()).orElse(""));
    data.put("walks", walks);
    data.put("beats", beats);
    data.put("texts", words());
    String outline = piece(data);
    Assets assets = Assets.ofProgram();
    Map<String, String> gaps = new LinkedHashMap<>();
    gaps.put("language", texts.language());
    gaps.put("title", Html.plain(Handout.name(lesson, texts)));
    gaps.put("subtitle", Html.plain(subtitle()));
    gaps.put(
        "style",
        filled(
            assets.text(ASSETS + "page.css"),
            Map.of("light", colours("light"), "dark", colours("dark"))));
    gaps.put("script", assets.text(ASSETS + "page.js"));
    gaps.put("handout", HandoutHtml.of(Handout.of(lesson, texts)));
    gaps.put("outline", outline);
    gaps.put("pieces", JsonText.of(pieces));
    words().forEach((key, text) -> gaps.put("text_" + key, Html.plain(text)));
    return filled(assets.text(ASSETS + "page.html"), gaps);
  }

  /** Says how far the whole is when a part of the next walk or beat is told. */
  private void reached(double part) {
    headway.accept((told + part) / (1 + lesson.beats().size()));
  }

  /** The colours of a theme, as a style sheet of the web declares them. */
  private static String colours(String theme) {
    return Tokens.of(theme).colours().entrySet().stream()
        .map(token -> "--" + token.getKey() + ": " + token.getValue() + ";")
        .collect(Collectors.joining("\n"));
  }

  private static String filled(String template, Map<String, String> gaps) {
    return GAP.matcher(template)
        .replaceAll(gap -> Matcher.quoteReplacement(text(gap.group(1), gaps)));
  }

  private static String text(String gap, Map<String, String> gaps) {
    String text = gaps.get(gap);
    if (text == null) {
      throw new IllegalStateException("Nothing goes into " + gap);
    }
    return text;
  }

  /** What the page itself says. */
  private Map<String, String> words() {
    return texts.keys().stream()
        .filter(key -> key.startsWith(WORDS))
        .sorted()
        .collect(
            Collectors.toMap(
                key -> key.substring(WORDS.length()).replace('.', '_'),
                key -> texts.get(key, "{0}", "{1}", "{2}"),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private String subtitle() {
    Outline outline = lesson.outline();
    return outline == null
        ? ""
        : texts.get("beats.chapter", outline.chapter().in(texts.language()), outline.minutes());
  }

  // ---- walks and beats

  /** The number of the walk over these numbers; told once, however many beats are about it. */
  private int walk(Lesson shown) {
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i).hasNumbersOf(shown)) {
        return i;
      }
    }
    Handout.requireReadable(shown);
    numbers.add(shown);
    PageWalk walk = new PageWalk(Derivation.of(shown), granularity, texts);
    Map<String, Object> outline = walk.outline();
    List<Object> steps = new ArrayList<>();
    for (Object section : walk.steps(this::reached)) {
      steps.add(kept(section));
    }
    outline.put("pieces", steps);
    walks.add(outline);
    return numbers.size() - 1;
  }

  private Map<String, Object> beat(int index) {
    Beat beat = lesson.beats().get(index);
    Lesson shown = lesson.in(beat).orElseThrow();
    int walk = walk(shown);
    Derivation derivation = Derivation.of(shown);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("walk", walk);
    values.put("title", words(beat.title()));
    values.put("say", beat.say() == null ? "" : Html.paragraphs(say(beat.say())));
    Place at = beat.at();
    values.put("at", at == null ? "" : shown.convention().turned(at).toString());
    Beat.Ask ask = beat.ask();
    values.put(
        "before", cover(derivation, beat.coveredWhileAsked(), ask != null && ask.hidesCode()));
    values.put(
        "after",
        cover(derivation, ask == null ? List.of() : StillCovered.after(lesson, index), false));
    PageQuestion.of(beat, derivation, texts).ifPresent(asked -> values.put("ask", asked));
    return values;
  }

  private String say(Wording wording) {
    return wording.in(texts.language());
  }

  private String words(@Nullable Wording wording) {
    return wording == null ? "" : Html.marked(say(wording));
  }

  /** The number of the piece that says what is different while this is covered; −1 for nothing. */
  private int cover(
      Derivation derivation, Collection<? extends Coverable> items, boolean hidesCode) {
    return items.isEmpty() && !hidesCode
        ? -1
        : kept(new PageWalk(derivation, granularity, texts).covered(items, hidesCode));
  }

  // ---- packing

  private int kept(Object value) {
    String packed = piece(value);
    int known = pieces.indexOf(packed);
    if (known >= 0) {
      return known;
    }
    pieces.add(packed);
    return pieces.size() - 1;
  }

  /** Deflated, in base 64: texts of neighbouring steps are nearly the same. */
  private static String piece(Object value) {
    byte[] bytes = JsonText.of(value).getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
