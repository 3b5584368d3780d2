package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Screen;
import org.gradloom.ui.store.Training;

/** What documents are called that have no title of their own. */
final class Titles {
  private Titles() {}

  static String of(AppState state, Screen screen, Texts texts) {
    Lesson lesson = state.document(screen).orElseGet(state::document).lesson();
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
    return setup.hidden().isEmpty()
        ? texts.get("title.linear", set(setup.plan(), texts), network)
        : texts.get(
            "title.setup",
            set(setup.plan(), texts),
            network,
            texts.get("activation." + setup.activation().documentName()));
  }

  private static String set(TrainingPlan plan, Texts texts) {
    Optional<DataSource> source = plan.data();
    return source
        .flatMap(DataSource::csv)
        .map(csv -> String.valueOf(Path.of(csv.file()).getFileName()))
        .or(() -> source.map(DataSource::set).map(name -> texts.get("set." + name)))
        .orElseGet(() -> texts.get("set.own"));
  }
}
