package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static Wording wording(String... languagesAndTexts) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < languagesAndTexts.length; i += 2) {
      texts.put(languagesAndTexts[i], languagesAndTexts[i + 1]);
    }
    return new Wording.ByLanguage(texts);
  }

  @Test
  void aReaderGetsTheirLanguageOrEnglishOrWhatThereIs() {
    assertThat(Wording.of("Row").in("de")).isEqualTo("Row");
    assertThat(wording("de", "Zeile", "en", "Row").in("de")).isEqualTo("Zeile");
    assertThat(wording("de", "Zeile", "en", "Row").in("fr")).isEqualTo("Row");
    assertThat(wording("de", "Zeile", "fr", "Ligne").in("pt")).isEqualTo("Zeile");
  }

  @Test
  void anotherTextIsForTheReadersOfItsLanguageWhereThereAreSeveral() {
    assertThat(Wording.of("Row").with("de", "Zeile")).isEqualTo(Wording.of("Zeile"));
    assertThat(wording("en", "Row").with("de", "Zeile"))
        .isEqualTo(wording("en", "Row", "de", "Zeile"));
    assertThat(wording("en", "Row", "de", "Reihe").with("de", "Zeile").in("de")).isEqualTo("Zeile");
  }

  @Test
  void thereIsATextInAtLeastOneLanguage() {
    assertThatThrownBy(() -> wording()).isInstanceOf(IllegalArgumentException.class);
  }
}
