package org.gradloom.files;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Scene;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads one document, whatever the order of its fields. */
final class DocumentReader {
  /** The format this program reads and writes. */
  static final int VERSION = 1;

  private static final List<String> FIELDS =
      List.of(
          "gradloom",
          "title",
          "x",
          "layers",
          "loss",
          "learningRate",
          "training",
          "scenes",
          "beats",
          "expected");

  private final JsonInput in;
  private boolean versionKnown;
  private String title = "";
  private final NetworkReader network;
  private @Nullable TrainingPlan training;
  private List<Scene> scenes = List.of();
  private List<BeatReader.Draft> beats = List.of();

  private DocumentReader(JsonInput in) {
    this.in = in;
    this.network = new NetworkReader(in);
  }

  static Lesson read(JsonInput in) {
    in.startDocument();
    return new DocumentReader(in).read();
  }

  private Lesson read() {
    in.require(JsonToken.START_OBJECT, "file.aDocument");
    try {
      in.object("file.aDocument", FIELDS, this::field);
    } catch (InvalidInput e) {
      // Another version may have other fields; a file that names none is no document at all. Either
      // says more than the first field that is strange to this version.
      if (!versionKnown) {
        checkVersionAhead();
      }
      throw e;
    }
    if (!versionKnown) {
      throw new InvalidInput("file.noVersion");
    }
    return build();
  }

  private void field(String name) {
    switch (name) {
      case "gradloom" -> readVersion();
      case "title" -> title = in.text("file.aText");
      case "training" -> training = TrainingReader.read(in);
      case "scenes" -> scenes = readScenes();
      case "beats" -> beats = in.list("file.aListOfBeats", BeatReader::read);
      case "expected" -> in.skip();
      default -> network.field(name);
    }
  }

  private void readVersion() {
    versionKnown = true;
    long version = in.wholeNumber(1, Long.MAX_VALUE);
    if (version > VERSION) {
      throw new InvalidInput("file.newer", Long.toString(version), VERSION);
    }
  }

  private void checkVersionAhead() {
    if (!in.seek("gradloom")) {
      throw new InvalidInput("file.noVersion");
    }
    readVersion();
  }

  private List<Scene> readScenes() {
    List<Scene> read = new ArrayList<>();
    in.fields(
        "file.scenes",
        name -> {
          String path = in.path();
          NetworkReader scene = new NetworkReader(in);
          in.object("file.aScene", NetworkReader.FIELDS, scene::field);
          Message where = Message.of("file.thePath", path);
          scene.requireAll(where);
          try {
            read.add(
                new Scene(name, scene.x(), scene.layers(), scene.loss(), scene.learningRate()));
          } catch (InvalidInput e) {
            throw new InvalidInput("file.at", where, e.said());
          }
        });
    return read;
  }

  private Lesson build() {
    network.requireAll(Message.of("file.theDocument"));
    if (training != null && !network.loss().kind().isLearnt()) {
      throw new InvalidInput("file.trainingGiven");
    }
    network.checkStates(training, "");
    scenes.forEach(scene ->
        NetworkReader.checkStates(
            scene.layers(), training, "scenes." + Quote.name(scene.name()) + "."));
    // Without beats first: their places can only be looked up in a lesson whose shapes fit.
    Lesson silent =
        new Lesson(
            title,
            network.x(),
            network.layers(),
            network.loss(),
            network.learningRate(),
            training,
            scenes,
            List.of());
    List<Beat> told = beats.stream().map(beat -> beat.in(silent)).toList();
    return told.isEmpty()
        ? silent
        : new Lesson(
            title,
            silent.x(),
            silent.layers(),
            silent.loss(),
            silent.learningRate(),
            training,
            scenes,
            told);
  }
}
