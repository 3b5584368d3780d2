package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.training.Command;
import org.gradloom.training.Curve;
import org.gradloom.training.Preset;
import org.gradloom.training.Trainer;
import org.junit.jupiter.api.Test;

/** What kept runs are called. */
class LossChartTest {
  private final Curve losses;

  LossChartTest() throws InterruptedException {
    try (Trainer trainer = new Trainer()) {
      trainer.send(new Command.Begin(Preset.XOR.setup(), 1));
      losses = trainer.take().losses();
    }
  }

  private LossChart keeping(String... names) {
    LossChart chart = LossChart.FIRST;
    for (String name : names) {
      chart = chart.keeping(new LossChart.KeptRun(name, losses));
    }
    return chart;
  }

  private static List<String> names(LossChart chart) {
    return chart.kept().stream().map(LossChart.KeptRun::name).toList();
  }

  @Test
  void aNameThatIsTakenGetsANumber() {
    assertThat(names(keeping("a", "a", "a"))).containsExactly("a", "a (2)", "a (3)");
    assertThat(names(keeping("a", "b").naming(1, "a"))).containsExactly("a", "a (2)");
    assertThat(names(keeping("a", "b").naming(1, "b"))).containsExactly("a", "b");
  }

  /** Or else it could not be typed, and no key would change it in its field. */
  @Test
  void aNumberedNameIsNoLongerThanOneThatCanBeTyped() {
    String longest = "WWWWWWWWWWWWWWWWWW";
    assertThat(names(keeping(longest, longest, longest)))
        .containsExactly(longest, "WWWWWWWWWWWWW… (2)", "WWWWWWWWWWWWW… (3)")
        .allMatch(name -> name.length() <= LossChart.LONGEST_NAME);
  }
}
