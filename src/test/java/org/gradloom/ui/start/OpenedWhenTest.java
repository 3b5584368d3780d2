package org.gradloom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.gradloom.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenedWhenTest {
  private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

  /** A Wednesday. */
  private static final ZonedDateTime NOW = LocalDateTime.parse("2026-03-18T14:00:00").atZone(HERE);

  @ParameterizedTest
  @CsvSource({
    "2026-03-18T09:05, 'today, 09:05'",
    "2026-03-18T00:00, 'today, 00:00'",
    "2026-03-17T23:59, yesterday",
    "2026-03-16T08:00, Monday",
    "2026-03-12T08:00, Thursday",
    "2026-03-11T08:00, 11 March",
    "2025-11-20T08:00, 20 Nov 2025",
    "2026-03-19T08:00, 19 March"
  })
  void theNearerTheMorePrecisely(String written, String said) {
    assertThat(
            OpenedWhen.of(
                LocalDateTime.parse(written).atZone(HERE).toInstant(), NOW, Texts.english()))
        .isEqualTo(said);
  }
}
