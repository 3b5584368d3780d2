package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.gradloom.data.OwnPoints;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Input;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.junit.jupiter.api.Test;

/** Rows that come and go, other data, and what is read of them. */
class RowEditsTest {
  private static final Input X1 = new Input.Plain(0);
  private static final Input X2 = new Input.Plain(1);
  private static final Input SQUARE = new Input.Square(0);
  private static final Input PRODUCT = new Input.Product(0, 1);

  private final TrainingSetup spirals = Preset.SPIRALS.setup();

  @Test
  void aRowLessTakesTheMiniBatchAlong() {
    TrainingSetup all = SetupEdits.withBatchSize(spirals, 400);
    TrainingSetup less = RowEdits.withoutSample(all, 0);
    assertThat(less.lesson().samples()).isEqualTo(399);
    assertThat(less.plan().batchSize()).isEqualTo(399);
    assertThat(less.lesson().x().get(0, 0)).isEqualTo(all.lesson().x().get(1, 0));
    TrainingSetup again = RowEdits.withSample(less, List.of(0.5, -0.5), 1);
    assertThat(again.plan().batchSize()).isEqualTo(399);
    assertThat(again.lesson().x().get(399, 1)).isEqualTo(-0.5);
    assertThat(again.labels().orElseThrow().get(399)).isEqualTo(1);
  }

  @Test
  void theLastRowStays() {
    TrainingSetup few = spirals;
    while (few.lesson().samples() > 1) {
      few = RowEdits.withoutSample(few, 0);
    }
    TrainingSetup last = few;
    assertThatThrownBy(() -> RowEdits.withoutSample(last, 0))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.said().key()).isEqualTo("train.lastSample"));
  }

  @Test
  void otherDataKeepTheNetworkWhereItFits() {
    PreparedData moons = Preset.DEAD_RELU.setup().data().orElseThrow();
    TrainingSetup same = RowEdits.on(spirals, moons);
    assertThat(same.lesson().layers()).isEqualTo(spirals.lesson().layers());
    assertThat(same.lesson().x()).isEqualTo(moons.trainX());
    PreparedData iris = Preset.IRIS.setup().data().orElseThrow();
    TrainingSetup other = RowEdits.on(spirals, iris);
    assertThat(other.inputs()).isEqualTo(4);
    assertThat(other.hidden()).containsExactly(8, 8);
    assertThat(other.outputs()).isEqualTo(3);
    assertThat(other.plan().data()).contains(iris.source().withStart(WeightInit.GLOROT, 42));
  }

  @Test
  void chosenInputsAreTheColumnsOfX() {
    Matrix before = spirals.lesson().x();
    TrainingSetup chosen = RowEdits.withInputs(spirals, List.of(X1, SQUARE, PRODUCT));
    Matrix x = chosen.lesson().x();
    assertThat(x.columns()).isEqualTo(3);
    for (int k = 0; k < x.rows(); k++) {
      double x1 = before.get(k, 0);
      double x2 = before.get(k, 1);
      assertThat(x.get(k, 0)).isEqualTo(x1);
      assertThat(x.get(k, 1)).isEqualTo(x1 * x1);
      assertThat(x.get(k, 2)).isEqualTo(x1 * x2);
    }
    assertThat(chosen.lesson().layers().getFirst().inputs()).isEqualTo(3);
    assertThat(chosen.hidden()).isEqualTo(spirals.hidden());
    assertThat(chosen.data().orElseThrow().inputNames()).containsExactly("x₁", "x₁²", "x₁·x₂");
    assertThat(chosen.testX().orElseThrow().columns()).isEqualTo(3);
    assertThat(chosen.features()).isEqualTo(before);
    assertThat(chosen.area()).isEqualTo(spirals.area());
    assertThat(chosen.data().orElseThrow().train()).isEqualTo(spirals.data().orElseThrow().train());
  }

  @Test
  void allFeaturesAsTheyAreIsWhatIsReadAtFirst() {
    TrainingSetup one = RowEdits.withInputs(spirals, List.of(X2));
    assertThat(one.inputs()).isEqualTo(1);
    assertThat(one.reach()).isEmpty();
    assertThat(one.area()).isEqualTo(spirals.area());
    assertThat(RowEdits.withInputs(one, List.of(X1, X2))).isEqualTo(spirals);
  }

  @Test
  void whatIsFrozenStaysSoWhereWeightsAreDrawnAnew() {
    List<Frozen> frozen = List.of(new Frozen(true, false), Frozen.NOTHING, new Frozen(false, true));
    TrainingSetup some = SetupEdits.withFrozen(spirals, frozen);
    assertThat(frozen(RowEdits.withInputs(some, List.of(X1, SQUARE, X2)))).isEqualTo(frozen);
    assertThat(frozen(SetupEdits.withStart(some, WeightInit.HE, 7))).isEqualTo(frozen);
    assertThat(frozen(SetupEdits.withHidden(some, List.of(5, 3)))).isEqualTo(frozen);
    PreparedData iris = Preset.IRIS.setup().data().orElseThrow();
    assertThat(frozen(RowEdits.on(some, iris))).isEqualTo(frozen);
    // With another number of layers none of them is the one that was meant.
    assertThat(frozen(SetupEdits.withoutLayer(some, 0)))
        .containsExactly(Frozen.NOTHING, Frozen.NOTHING);
  }

  private static List<Frozen> frozen(TrainingSetup setup) {
    return setup.lesson().layers().stream().map(Layer::frozen).toList();
  }

  @Test
  void aNetworkReadsSomething() {
    assertThatThrownBy(() -> RowEdits.withInputs(spirals, List.of()))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.said().key()).isEqualTo("train.noInput"));
  }

  @Test
  void inputsAreMadeOfStandardisedFeatures() {
    PreparedData wide = PreparedData.of(spirals.source().orElseThrow().withStandardized(true));
    TrainingSetup chosen = RowEdits.withInputs(RowEdits.on(spirals, wide), List.of(SQUARE));
    Matrix x = chosen.lesson().x();
    double sum = 0;
    for (int k = 0; k < x.rows(); k++) {
      sum += x.get(k, 0);
    }
    // Of a feature with mean 0 and deviation 1 the mean of squares is 1.
    assertThat(sum / x.rows()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aPointByHandStaysWhereItIsWhateverIsReadOfIt() {
    TrainingSetup chosen = RowEdits.withInputs(spirals, List.of(PRODUCT));
    TrainingSetup more = RowEdits.withSample(chosen, List.of(0.5, -0.25), 1);
    assertThat(more.lesson().x().get(400, 0)).isEqualTo(-0.125);
    assertThat(more.features().get(400, 1)).isEqualTo(-0.25);
    TrainingSetup plain = RowEdits.withInputs(more, List.of(X1, X2));
    assertThat(plain.lesson().x().get(400, 0)).isEqualTo(0.5);
    assertThat(plain.lesson().x().get(400, 1)).isEqualTo(-0.25);
    TrainingSetup less = RowEdits.withoutSample(more, 0);
    assertThat(less.features()).isEqualTo(more.features().removeRow(0));
    assertThat(less.lesson().x()).isEqualTo(more.lesson().x().removeRow(0));
  }

  @Test
  void otherSamplesOfTheSameSetAreReadInTheSameWay() {
    TrainingSetup chosen = RowEdits.withInputs(spirals, List.of(X1, PRODUCT));
    PreparedData fewer = PreparedData.of(chosen.source().orElseThrow().withSamples(50));
    TrainingSetup other = RowEdits.on(chosen, fewer);
    assertThat(other.readInputs()).containsExactly(X1, PRODUCT);
    assertThat(other.lesson().layers()).isEqualTo(chosen.lesson().layers());
    assertThat(other.features()).isEqualTo(fewer.trainFeatures());
    assertThat(other.lesson().x().rows()).isEqualTo(40);
  }

  // ---- in documents

  private static TrainingSetup reopened(TrainingSetup setup) {
    return TrainingSetup.of(LessonReader.read(LessonWriter.toText(setup.lesson())));
  }

  @Test
  void aDocumentKeepsInputsAndPoints() {
    TrainingSetup chosen = RowEdits.withInputs(spirals, List.of(X2, SQUARE, new Input.Sine(1)));
    assertThat(reopened(chosen)).isEqualTo(chosen);
    TrainingSetup more = RowEdits.withSample(chosen, List.of(0.5, -0.25), 1);
    assertThat(reopened(more)).isEqualTo(more);
  }

  @Test
  void aFrozenStepNamesItsInputsAndHoldsNoOtherRowsThanItsOwn() {
    TrainingSetup chosen = RowEdits.withInputs(spirals, List.of(X1, PRODUCT));
    Lesson step = StepLesson.of(chosen, chosen.lesson().layers(), List.of(3, 1, 4), /* steps */ 0);
    DataSource source = new TrainingSetup(step, Optional.empty()).source().orElseThrow();
    assertThat(source.chosen()).containsExactly(X1, PRODUCT);
    assertThat(source.features()).isEmpty();
    assertThat(step.x().get(1, 1)).isEqualTo(chosen.lesson().x().get(1, 1));
  }

  @Test
  void rowsThatAreNotMadeOfTheFeaturesAreRefused() {
    TrainingSetup chosen = RowEdits.withInputs(spirals, List.of(X1, PRODUCT));
    Lesson lesson = chosen.lesson();
    Lesson wrong = lesson.with(lesson.x().with(7, 1, Entry.of(9)), lesson.layers(), lesson.loss());
    assertThatThrownBy(() -> TrainingSetup.of(wrong))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.said().key()).isEqualTo("train.featuresDoNotFit"));
  }

  @Test
  void withoutItsTableADocumentHasItsInputsOfTheFeaturesBesideThem() {
    Matrix known = spirals.features();
    TrainingSetup kept = TrainingSetup.opened(lostTable(Optional.of(known)));
    assertThat(kept.data()).isEmpty();
    assertThat(kept.features()).isEqualTo(known);
    TrainingSetup less = RowEdits.withoutSample(kept, 0);
    assertThat(less.lesson().x()).isEqualTo(kept.lesson().x().removeRow(0));
    // A row short, the product's second factor missing, and none at all.
    assertNotOpened(lostTable(Optional.of(known.removeRow(0))), "train.featuresDoNotFit");
    Matrix one = Matrix.numbers(new Shape(known.rows(), 1), known::get);
    assertNotOpened(lostTable(Optional.of(one)), "train.featuresDoNotFit");
    assertNotOpened(lostTable(Optional.empty()), "data.missingFile");
  }

  /** The spirals as if from a table that is nowhere, of which x₁ and x₁·x₂ are read. */
  private Lesson lostTable(Optional<Matrix> features) {
    TrainingSetup chosen = RowEdits.withInputs(spirals, List.of(X1, PRODUCT));
    DataSource lost =
        chosen
            .source()
            .orElseThrow()
            .with(new DataSource.Table("nowhere/lost.csv"))
            .withInputs(Optional.of(new DataSource.Inputs(List.of(X1, PRODUCT), features)));
    return SetupEdits.with(chosen, chosen.plan().with(lost)).lesson();
  }

  private static void assertNotOpened(Lesson lesson, String why) {
    assertThatThrownBy(() -> TrainingSetup.opened(lesson))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.said().key()).isEqualTo(why));
  }

  @Test
  void anInputNeedsAFeatureThatIsThere() {
    DataSource source =
        spirals
            .source()
            .orElseThrow()
            .withInputs(
                Optional.of(new DataSource.Inputs(List.of(new Input.Square(2)), Optional.empty())));
    assertThatThrownBy(() -> PreparedData.of(source))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.said().key()).isEqualTo("train.noFeature"));
  }

  // ---- points of one's own

  @Test
  void ownPointsBeginWithOneOfEachClassInAPlaneThatStays() {
    TrainingSetup own = RowEdits.on(spirals, PreparedData.of(Preset.generated(OwnPoints.OWN)));
    assertThat(own.lesson().samples()).isEqualTo(2);
    assertThat(own.test()).isEmpty();
    TrainingSetup more = RowEdits.withSample(own, List.of(0.25, 0.75), 0);
    assertThat(more.labels().orElseThrow()).containsExactlyInAnyOrder(0, 1, 0);
    assertThat(more.area()).isEqualTo(own.area());
    assertThat(reopened(more)).isEqualTo(more);
  }
}
