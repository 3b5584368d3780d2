package org.gradloom.ui.start;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.gradloom.text.Texts;

/** When a file was opened, as one says it: the nearer, the more precisely. */
final class OpenedWhen {
  private static final int DAYS_BY_NAME = 6;

  private OpenedWhen() {}

  /**
   * What is said of a moment.
   *
   * @param now when it is said, and where
   */
  static String of(Instant opened, ZonedDateTime now, Texts texts) {
    Locale locale = Locale.forLanguageTag(texts.language());
    ZonedDateTime then = opened.atZone(now.getZone());
    LocalDate day = then.toLocalDate();
    LocalDate today = now.toLocalDate();
    if (day.equals(today)) {
      return texts.get("start.today", format("start.timePattern", then, texts, locale));
    }
    if (day.equals(today.minusDays(1))) {
      return texts.get("start.yesterday");
    }
    if (day.isBefore(today) && !day.isBefore(today.minusDays(DAYS_BY_NAME))) {
      return DayOfWeek.from(day).getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
    return day.getYear() == today.getYear()
        ? format("start.dayPattern", then, texts, locale)
        : format("start.yearPattern", then, texts, locale);
  }

  private static String format(String pattern, ZonedDateTime then, Texts texts, Locale locale) {
    return DateTimeFormatter.ofPattern(texts.get(pattern), locale).format(then);
  }
}
