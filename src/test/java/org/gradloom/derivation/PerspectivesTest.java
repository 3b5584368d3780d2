package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which places a view has, and where choosing it leads from any other. */
class PerspectivesTest {
  private static final Derivation H = Derivation.of(KnownLessons.lessonH());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Neuron 2 is the term, sample 4 the row, feature 3 the column.
        "layer1/dX/4,3/term2 | CARDS | layer1/dW/3,2/term4",
        "layer1/dW/3,2/term4 | STACK | layer1/dX/4,3/term2",
        "layer1/dW/3,2/term2 | STACK | layer1/dX/2,3/term2",
        "layer1/z/2,1/term3 | NUDGE | layer1/dW/3,1/term2",
        "layer1/z/2,1/term3 | STACK | layer1/dX/2,3/term1",
        "layer1/dW/3,2/term4 | UPDATE | layer1/wNext/3,2/term1",
        // What a place does not speak of is the first, and its sum complete.
        "loss/L/1,1/term2 | CARDS | layer1/dW/1,1/term4",
        // What has no bias is added up without one.
        "layer1/dW/3,2/term4 | BIAS | layer1/dW/3,2/term4",
        "layer1/dX/4,3/term2 | BIAS | layer1/z/4,2/term3",
        // Where a view shows the place it stays.
        "layer1/dX/4,3/term2 | JACOBIAN | layer1/dX/4,3/term2",
        "layer1/z/2,1/term3 | PRODUCT | layer1/z/2,1/term3"
      })
  void aViewLeadsToTheSameSampleFeatureAndNeuron(String from, Perspective view, String to) {
    Step step = H.at(Place.parse(from));
    assertThat(Perspectives.towards(view, H, step).termPlace()).hasToString(to);
  }

  @Test
  void cardsAndStackGoBySamples() {
    assertThat(Perspective.values())
        .filteredOn(Perspectives::goBySamples)
        .containsExactly(Perspective.CARDS, Perspective.STACK);
  }

  @Test
  void aCellLeadsToACellWithAllItsTerms() {
    Step cell = H.at(Place.parse("layer1/dX/4,3"));
    Step found = Perspectives.towards(Perspective.CARDS, H, cell);
    assertThat(found.place()).hasToString("layer1/dW/3,1");
    assertThat(found.isLastTerm()).isTrue();
  }

  @Test
  void aBiasIsNextToWhereItsGradientIsAddedUp() {
    Derivation derivation = Derivation.of(KnownLessons.lessonHWithBias());
    Step step = derivation.at(Place.parse("layer1/wNext/3,2"));
    assertThat(Perspectives.towards(Perspective.BIAS, derivation, step).place())
        .hasToString("layer1/dB/1,2");
  }

  @Test
  void everyViewHasAPlaceWhereverOneIsInAnyNetwork() {
    List<Lesson> lessons = RandomLessons.any(12, 5);
    for (Lesson lesson : lessons) {
      Derivation derivation = Derivation.of(lesson);
      for (long n = 0; n < derivation.size(Granularity.MATRIX); n++) {
        Step at = derivation.at(Granularity.MATRIX, n);
        Step first = derivation.at(new Place.OfTerm(at.result(), at.cell(), 0));
        for (Perspective view : Perspective.values()) {
          Step found = Perspectives.towards(view, derivation, first);
          assertThat(Perspectives.shows(view, found)).as("%s from %s", view, first).isTrue();
          assertThat(found.result().layer() == first.result().layer() || first.result().layer() < 0)
              .isTrue();
        }
      }
    }
  }
}
