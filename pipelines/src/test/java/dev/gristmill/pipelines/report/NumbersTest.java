// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, '1,023 B'",
    "1024, 1.0 KiB",
    "1048524, 1023.9 KiB",
    "1048576, 1.0 MiB",
    "9223372036854775807, 8.0 EiB"
  })
  void bytesAreInPowersOfTwo(long bytes, String text) {
    assertThat(Numbers.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"99999, '99,999'", "100000, 100.0k", "1031688, 1.03M", "15600000000000, 15.6T"})
  void briefCountsAreInThousands(long count, String text) {
    assertThat(Numbers.brief(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0%", "0.0001, <0.1%", "0.0005, 0.1%", "0.1234, 12.3%", "1, 100.0%"})
  void whatIsNotNothingIsNoZeroPercent(double share, String text) {
    assertThat(Numbers.percent(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.714285714, 0.7143",
    "0.5, 0.5",
    "-3, -3",
    "1234567, '1,234,567'",
    "12345.678, 12350",
    "0.00001, 1.000e-05",
    "0.1, 0.1"
  })
  void valuesHaveFourDigitsThatCount(double value, String text) {
    assertThat(Numbers.value(value)).isEqualTo(text);
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Numbers.count(1234567)).isEqualTo("1,234,567");
      assertThat(Numbers.percent(0.5)).isEqualTo("50.0%");
    } finally {
      Locale.setDefault(before);
    }
  }
}
