package org.gradloom.files;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Scene;
import org.gradloom.lesson.ShapeCheck;
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
          "convention",
          "x",
          "layers",
          "loss",
          "learningRate",
          "training",
          "lesson",
          "scenes",
          "beats",
          "expected");

  private final JsonInput in;
  private boolean versionKnown;
  private String title = "";
  private Convention convention = Convention.XW;
  private final NetworkReader network;
  private @Nullable TrainingPlan training;
  private @Nullable Outline outline;
  private List<WrittenScene> scenes = List.of();
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
      case "lesson" -> outline = OutlineReader.read(in);
      case "convention" ->
          convention = Values.word(in, List.of(Convention.values()), Convention::documentName);
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

  /** A scene's numbers as they are written; the document's convention may stand behind them. */
  private record WrittenScene(String name, Message where, NetworkReader network) {
    Scene in(Convention convention) {
      Turning turning = new Turning(convention);
      var x = network.x(turning);
      var layers = network.layers(turning);
      var loss = network.loss(turning);
      try {
        ShapeCheck.check(convention, x, layers, loss);
      } catch (InvalidInput e) {
        throw new InvalidInput("file.at", where, e.said());
      }
      return new Scene(name, x, layers, loss, network.learningRate());
    }
  }

  private List<WrittenScene> readScenes() {
    List<WrittenScene> read = new ArrayList<>();
    in.fields(
        "file.scenes",
        name -> {
          String path = in.path();
          NetworkReader scene = new NetworkReader(in);
          in.object("file.aScene", NetworkReader.FIELDS, scene::field);
          Message where = Message.of("file.thePath", path);
          scene.requireAll(where);
          read.add(new WrittenScene(name, where, scene));
        });
    return read;
  }

  private Lesson build() {
    network.requireAll(Message.of("file.theDocument"));
    Turning turning = new Turning(convention);
    if (training != null && !network.loss(turning).kind().isLearnt()) {
      throw new InvalidInput("file.trainingGiven");
    }
    network.checkStates(training, "");
    scenes.forEach(
        scene -> scene.network().checkStates(training, "scenes." + Quote.name(scene.name()) + "."));
    List<Scene> built = scenes.stream().map(scene -> scene.in(convention)).toList();
    // Without beats first: their places can only be looked up in a lesson whose shapes fit.
    Lesson silent =
        new Lesson(
            title,
            convention,
            network.x(turning),
            network.layers(turning),
            network.loss(turning),
            network.learningRate(),
            training,
            outline,
            built,
            List.of());
    List<Beat> told = beats.stream().map(beat -> beat.in(silent)).toList();
    return told.isEmpty()
        ? silent
        : new Lesson(
            title,
            convention,
            silent.x(),
            silent.layers(),
            silent.loss(),
            silent.learningRate(),
            training,
            outline,
            built,
            told);
  }
}
