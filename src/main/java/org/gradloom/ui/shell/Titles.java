package org.gradloom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.FileName;
import org.gradloom.text.Texts;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Training;

/** What documents are called that have no title of their own. */
final class Titles {
  /** In characters. No screen shows more. */
  private static final int LONGEST = 200;

  private static final Pattern NO_CHARACTER =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  private Titles() {}

  /** The title of a screen's document: one line, whatever the document holds. */
  static String of(AppState state, Screen screen, Texts texts) {
    return oneLine(given(state, screen, texts));
  }

  /**
   * Without what a window's title cannot show. Desktops take a title as text of their own kind, and
   * end it, or refuse it, at a character that is none.
   */
  private static String oneLine(String title) {
    String whole = NO_CHARACTER.matcher(title).replaceAll("\uFFFD");
    return whole.codePointCount(0, whole.length()) <= LONGEST
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static String given(AppState state, Screen screen, Texts texts) {
    Lesson lesson = state.document(screen).orElseGet(state.explore()::document).lesson();
    if (!lesson.title().isBlank()) {
      return lesson.title();
    }
    Optional<Training> training = state.training();
    if (screen == Screen.TRAIN && training.isPresent()) {
      return ofSetup(training.get().setup(), texts);
    }
    TrainingPlan plan = lesson.training();
    if (plan != null && plan.step().isPresent()) {
      return texts.get(
          "title.step", set(plan, texts), Numbers.grouped(plan.step().getAsInt() + 1L));
    }
    return texts.get("new.untitled");
  }

  /** The data, the sizes of the layers and the activation. */
  private static String ofSetup(TrainingSetup setup, Texts texts) {
    List<String> sizes = new ArrayList<>();
    sizes.add(Integer.toString(setup.inputs()));
    setup.lesson().layers().forEach(layer -> sizes.add(Integer.toString(layer.units())));
    String network = String.join("–", sizes);
    String set = set(setup.plan(), texts);
    String bends =
        setup.activations().stream()
            .distinct()
            .map(hidden -> texts.get("activation." + hidden.documentName()))
            .collect(Collectors.joining(" · "));
    return bends.isEmpty()
        ? texts.get("title.linear", set, network)
        : texts.get("title.setup", set, network, bends);
  }

  private static String set(TrainingPlan plan, Texts texts) {
    Optional<DataSource> source = plan.data();
    return source
        .flatMap(DataSource::table)
        .map(table -> FileName.of(table.file()))
        .or(() -> source.map(from -> from.rows().set()).map(name -> nameOf(name, texts)))
        .filter(name -> !name.isBlank())
        .orElseGet(() -> texts.get("set.unnamed"));
  }

  /** A set that this version does not know is called as the document calls it. */
  private static String nameOf(String set, Texts texts) {
    return texts.has("set." + set) ? texts.get("set." + set) : set;
  }
}
