package org.gradloom.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Input;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Scene;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.TableChoices;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.lesson.ViewPart;
import org.gradloom.lesson.WeightInit;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.jspecify.annotations.Nullable;

/** Lessons with every field a document can have, drawn from a seed. */
final class RandomLessons {
  private final Random random;

  RandomLessons(long seed) {
    random = new Random(seed);
  }

  Lesson draw() {
    int samples = 1 + random.nextInt(4);
    int features = 1 + random.nextInt(4);
    boolean trained = random.nextBoolean();
    Optimizer optimizer = optimizer();
    LossKind kind = kind(trained);
    List<Layer> layers = layers(features, trained ? optimizer : null, kind);
    Loss loss = loss(new Shape(samples, layers.getLast().units()), kind);
    Lesson silent =
        new Lesson(
            text(),
            pick(Convention.values()),
            matrix(new Shape(samples, features)),
            layers,
            loss,
            Math.abs(number()) + 1e-3,
            trained ? plan(optimizer) : null,
            random.nextBoolean() ? List.of(scene("first"), scene(text())) : List.of(),
            List.of());
    List<Beat> beats = IntStream.range(0, random.nextInt(4)).mapToObj(i -> beat(silent)).toList();
    return new Lesson(
        silent.title(),
        silent.convention(),
        silent.x(),
        silent.layers(),
        silent.loss(),
        silent.learningRate(),
        silent.training(),
        random.nextBoolean() ? outline() : null,
        silent.scenes(),
        beats);
  }

  private Scene scene(String name) {
    LossKind kind = kind(false);
    List<Layer> layers = layers(2, null, kind);
    return new Scene(
        name,
        matrix(new Shape(3, 2)),
        layers,
        loss(new Shape(3, layers.getLast().units()), kind),
        0.5);
  }

  private List<Layer> layers(int features, @Nullable Optimizer optimizer, LossKind kind) {
    List<Layer> layers = new ArrayList<>();
    int inputs = features;
    int count = 1 + random.nextInt(3);
    for (int l = 0; l < count; l++) {
      Shape w = new Shape(inputs, 1 + random.nextInt(4));
      boolean bias = random.nextBoolean();
      boolean last = l == count - 1;
      Activation drawn = pick(Activation.in(last).toArray(Activation[]::new));
      Frozen frozen = new Frozen(random.nextInt(4) == 0, bias && random.nextInt(4) == 0);
      layers.add(
          new Layer(
              matrix(w),
              bias ? matrix(new Shape(1, w.columns())) : null,
              last ? kind.outputs().orElse(drawn) : drawn,
              frozen,
              optimizer == null || random.nextBoolean()
                  ? null
                  : state(optimizer, w, !frozen.w(), bias && !frozen.b())));
      inputs = w.columns();
    }
    return layers;
  }

  private @Nullable OptimizerState state(
      Optimizer optimizer, Shape w, boolean weights, boolean bias) {
    return optimizer.remembers().isEmpty() || !(weights || bias)
        ? null
        : optimizer.state(
            optimizer.remembers().stream()
                .map(name -> memory(w, weights, bias))
                .toArray(OptimizerState.Memory[]::new));
  }

  private OptimizerState.Memory memory(Shape w, boolean weights, boolean bias) {
    return new OptimizerState.Memory(
        weights ? matrix(w) : null, bias ? matrix(new Shape(1, w.columns())) : null);
  }

  private LossKind kind(boolean trained) {
    List<LossKind> kinds =
        Arrays.stream(LossKind.values()).filter(kind -> !trained || kind.isLearnt()).toList();
    return kinds.get(random.nextInt(kinds.size()));
  }

  private Loss loss(Shape outputs, LossKind kind) {
    Target target =
        switch (pick(kind.forms().toArray(TargetForm[]::new))) {
          case UPSTREAM -> new Target.Upstream(matrix(outputs));
          case TARGETS ->
              new Target.Targets(
                  switch (kind.range()) {
                    case ANY -> matrix(outputs);
                    case PROBABILITY -> Matrix.numbers(outputs, (i, j) -> random.nextDouble());
                    case DISTRIBUTION -> org.gradloom.RandomLessons.distributions(random, outputs);
                  });
          case LABELS ->
              new Target.Labels(random.ints(outputs.rows(), 0, outputs.columns()).boxed().toList());
        };
    L2 l2 =
        random.nextBoolean()
            ? L2.NONE
            : new L2(Math.abs(number()), random.nextBoolean(), random.nextBoolean());
    L1 l1 = random.nextBoolean() ? L1.NONE : new L1(Math.abs(number()));
    return new Loss(kind, target, pick(Reduction.values()), l2, l1);
  }

  private Optimizer optimizer() {
    return switch (random.nextInt(3)) {
      case 0 -> new Optimizer.Sgd(0.1);
      case 1 -> new Optimizer.Momentum(0.01, random.nextDouble());
      default -> new Optimizer.Adam(1e-3);
    };
  }

  private TrainingPlan plan(Optimizer optimizer) {
    boolean shuffle = random.nextBoolean();
    return new TrainingPlan(
            optimizer,
            1 + random.nextInt(10),
            1 + random.nextInt(10),
            shuffle,
            shuffle || random.nextBoolean()
                ? OptionalLong.of(random.nextLong())
                : OptionalLong.empty(),
            random.nextBoolean()
                ? Optional.of(
                    new DataSource(
                        rows(),
                        new DataSource.TestRows(
                            random.nextBoolean() ? OptionalDouble.of(0.25) : OptionalDouble.empty(),
                            random.nextBoolean() ? OptionalLong.of(7) : OptionalLong.empty()),
                        random.nextBoolean(),
                        new DataSource.Start(
                            random.nextBoolean() ? Optional.of(WeightInit.HE) : Optional.empty(),
                            OptionalLong.of(random.nextLong())),
                        random.nextBoolean() ? Optional.of(inputs()) : Optional.empty()))
                : Optional.empty(),
            optimizer.countsSteps() || random.nextBoolean()
                ? OptionalInt.of(random.nextInt(1000))
                : OptionalInt.empty())
        .withDropout(random.nextBoolean() ? 0 : random.nextDouble());
  }

  private DataSource.Inputs inputs() {
    List<Input> offered = Input.offered(1 + random.nextInt(3));
    return new DataSource.Inputs(
        offered.subList(0, 1 + random.nextInt(offered.size())),
        random.nextBoolean() ? Optional.of(matrix(new Shape(3, 2))) : Optional.empty());
  }

  private DataSource.Rows rows() {
    return random.nextBoolean()
        ? new DataSource.Table("a b.csv", tableChoices())
        : new DataSource.Named(
            "moons",
            random.nextBoolean() ? OptionalInt.of(200) : OptionalInt.empty(),
            OptionalDouble.of(0.15),
            OptionalLong.of(random.nextLong()));
  }

  private TableChoices tableChoices() {
    return new TableChoices(
        random.nextBoolean()
            ? TableChoices.Form.FOUND
            : new TableChoices.Form(
                Optional.of("windows-1252"),
                Optional.of(pick(new Character[] {';', '\t', ' '})),
                Optional.of(','),
                Optional.of(random.nextBoolean())),
        random.nextBoolean() ? Optional.of("class") : Optional.empty(),
        random.nextBoolean() ? Optional.of(pick(LearningTask.values())) : Optional.empty(),
        random.nextBoolean()
            ? Map.of("deck", pick(ColumnKind.values()), "column 3", ColumnKind.NUMBER)
            : Map.of(),
        random.nextBoolean() ? List.of("no", "a \"b\"") : List.of(),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private Outline outline() {
    return new Outline(
        wording(), 1 + random.nextInt(20), wording(), wording(), 1 + random.nextInt(9));
  }

  private Beat beat(Lesson lesson) {
    Operand dW = new Operand(0, MatrixSymbol.DW);
    Place.OfCell cell = new Place.OfCell(dW, new Cell(0, 0));
    Place term = new Place.OfTerm(dW, new Cell(0, 0), 0);
    Place.OfCell weight = new Place.OfCell(new Operand(0, MatrixSymbol.W), new Cell(0, 0));
    boolean inScene = !lesson.scenes().isEmpty() && random.nextBoolean();
    return new Beat(
        inScene ? lesson.scenes().getLast().name() : null,
        pick(Screen.ofBeats().toArray(Screen[]::new)),
        random.nextBoolean() ? term : null,
        random.nextBoolean() ? wording() : null,
        random.nextBoolean() ? wording() : null,
        cover(cell),
        random.nextBoolean() ? ask(cell) : null,
        pick(Perspective.values()),
        random.nextBoolean() ? weight : null,
        random.nextInt(4) == 0 ? wording() : null,
        random.nextInt(4) == 0 ? List.of("code", text()) : List.of(),
        Stream.generate(this::wording).limit(random.nextInt(3)).toList(),
        random.nextInt(4) == 0 ? List.of(16, 128) : List.of());
  }

  private List<Coverable> cover(Place.OfCell cell) {
    return switch (random.nextInt(5)) {
      case 0 -> List.of();
      case 1 -> List.of(cell);
      case 2 -> List.of(region(cell), pick(ViewPart.values()));
      case 3 -> List.of(ViewPart.values());
      default -> List.of(new Place.OfMatrix(Operand.ofLoss(MatrixSymbol.L)), cell);
    };
  }

  private Region region(Place.OfCell cell) {
    return switch (random.nextInt(4)) {
      case 0 -> cell;
      case 1 -> new Place.OfMatrix(cell.operand());
      case 2 -> new Region.OfRow(cell.operand(), 0);
      default -> new Region.OfColumn(cell.operand(), 0);
    };
  }

  private Beat.Ask ask(Place.OfCell of) {
    Answer.Kind kind = pick(Answer.Kind.values());
    boolean chooses =
        kind == Answer.Kind.CHOICE || kind == Answer.Kind.CHOICES || kind == Answer.Kind.ORDER;
    boolean known = random.nextBoolean();
    boolean measured = random.nextInt(8) == 0;
    return new Beat.Ask(
        kind,
        known ? region(of) : null,
        random.nextBoolean() ? wording() : null,
        chooses || random.nextBoolean() ? List.of(option(), option(), option()) : List.of(),
        Stream.generate(() -> new Beat.Wrong(answer(kind, of), misconception(), reply()))
            .limit(random.nextInt(3))
            .toList(),
        (known || measured) && random.nextBoolean() ? null : answer(kind, of),
        measured);
  }

  private Beat.Option option() {
    return new Beat.Option(wording(), misconception(), reply());
  }

  private @Nullable Wording reply() {
    return random.nextBoolean() ? wording() : null;
  }

  private @Nullable Misconception misconception() {
    return random.nextBoolean() ? pick(Misconception.values()) : null;
  }

  /** A text, or one in each of up to three languages. */
  private Wording wording() {
    if (random.nextInt(3) > 0) {
      return Wording.of(text());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : List.of("pt-BR", "en", "de").subList(random.nextInt(3), 3)) {
      texts.put(language, text());
    }
    return new Wording.ByLanguage(texts);
  }

  private Answer answer(Answer.Kind kind, Place.OfCell cell) {
    return switch (kind) {
      case NUMBER -> new Answer.Scalar(matrix(new Shape(1, 1)).entry(0, 0));
      case ROW -> new Answer.Row(matrix(new Shape(1, 1 + random.nextInt(4))));
      case MATRIX ->
          new Answer.OfMatrix(matrix(new Shape(1 + random.nextInt(3), 1 + random.nextInt(3))));
      case SHAPE -> new Answer.OfShape(new Shape(1 + random.nextInt(5000), 1 + random.nextInt(9)));
      case CHOICE -> new Answer.Choice(random.nextInt(3));
      case CHOICES -> new Answer.Choices(List.of(2, 0).subList(0, random.nextInt(3)));
      case ORDER -> new Answer.Order(List.of(1, 2, 0));
      case LINES -> new Answer.Lines(random.nextInt(9), random.nextInt(9));
      case CELLS -> new Answer.Cells(List.of(cell).subList(0, random.nextInt(2)));
      case EXPRESSION -> new Answer.Expression(text());
      case PARTS ->
          new Answer.Parts(
              Stream.generate(() -> pick(Answer.Kind.values()))
                  .map(part -> answer(part, cell))
                  .flatMap(part -> part instanceof Answer.Part one ? Stream.of(one) : Stream.of())
                  .limit(1 + random.nextInt(4))
                  .toList());
    };
  }

  private Matrix matrix(Shape shape) {
    return Matrix.entries(
        shape, (i, j) -> random.nextInt(8) == 0 ? new Entry(-1.0 / 3, "-1/3") : Entry.of(number()));
  }

  /** From whole numbers to the ends of what a double holds. */
  private double number() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(19) - 9;
      case 1 -> random.nextGaussian();
      case 2 -> -0.0;
      case 3 -> 1e15 * random.nextInt(1000);
      case 4 -> Math.scalb(random.nextGaussian(), random.nextInt(600) - 300);
      default -> random.nextBoolean() ? Double.MIN_VALUE : Double.MAX_VALUE / 3;
    };
  }

  private String text() {
    return "A “title”, <b>bold</b>, \\ \"quoted\", \t\n 😀 " + random.nextInt(1000);
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
