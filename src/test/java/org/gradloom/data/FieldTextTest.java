package org.gradloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one field is by itself. */
class FieldTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "?", "-", "NA", "na", "n/A", "NaN", "Null"})
  void standsForAValueThatIsNotThere(String field) {
    assertThat(FieldText.isMissing(field)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "no", "nb", "nil", "n-a", "none", "–"})
  void isAValue(String field) {
    assertThat(FieldText.isMissing(field)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2024-02-29", "2024-2-9", "2024-12-31T23:59", "2024-12", "31.12.2024", "1 Feb 24"})
  void isADay(String field) {
    assertThat(FieldText.isDate(field)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-13-01",
        "2024-00-10",
        "2024-10-00",
        "2024-10-32",
        "2024-10.01",
        "20241-0-01"
      })
  void isNoDay(String field) {
    assertThat(FieldText.isDate(field)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.5|1234.5",
        "-12|-12",
        "1,234|1234",
        "-1,234|-1234",
        "999,999|999999",
        "1,234,567|1234567",
        "1,234.5|1234.5",
        "1 234|1234",
        "12 %|12",
        "0,125|NaN",
        "1234,567|NaN",
        "12,34|NaN",
        "1,2345|NaN",
        "1,|NaN",
        "1.2.3|NaN",
        "x|NaN"
      })
  void isANumberWithAPointAndThousands(String field, Double number) {
    assertThat(DecimalSign.POINT.value(field)).isEqualTo(number);
    String turned = field.replace(',', ';').replace('.', ',').replace(';', '.');
    assertThat(DecimalSign.COMMA.value(turned)).isEqualTo(number);
  }
}
