// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.io.Page;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "2021,2021-01-01T00:00:00Z",
    "2021-03,2021-03-01T00:00:00Z",
    "2021-03-04,2021-03-04T00:00:00Z",
    "2021-03-04T05:06Z,2021-03-04T05:06:00Z",
    "2021-03-04T05:06:07Z,2021-03-04T05:06:07Z",
    "2021-03-04 05:06:07,2021-03-04T05:06:07Z",
    "2021-03-04T05:06:07.123456Z,2021-03-04T05:06:07Z",
    "2021-03-04T05:06:07+01:00,2021-03-04T04:06:07Z",
    "2021-03-04T05:06:07-0230,2021-03-04T07:36:07Z"
  })
  void readsIsoDatesOfAnyPrecision(String text, String instant) {
    assertThat(Dates.epochSeconds(text)).isEqualTo(Instant.parse(instant).getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2021-13", "2021-02-30x", "2021-03-04T25:00", "99999999999"})
  void takesAnythingElseForUnknown(String text) {
    assertThat(Dates.epochSeconds(text)).isEqualTo(Page.UNKNOWN_DATE);
  }

  @Test
  void takesALongTextForUnknown() {
    assertThat(Dates.epochSeconds("2021-03-04" + " ".repeat(100))).isEqualTo(Page.UNKNOWN_DATE);
  }
}
