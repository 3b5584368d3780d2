package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.ui.InWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InWindow
class WholeNumberSpinnerTest {
  @ParameterizedTest
  @CsvSource({"7, 7", "' 7 ', 7", "'', 3", "abc, 3", "2.5, 3", "0, 1", "99, 50", "−4, 3"})
  void isAlwaysANumberBetweenItsEnds(String typed, int whole) {
    WholeNumberSpinner spinner = new WholeNumberSpinner(1, 50, 3);
    spinner.getEditor().setText(typed);
    assertThat(spinner.whole()).isEqualTo(whole);
    assertThat(spinner.getEditor().getText()).isEqualTo("" + whole);
  }
}
