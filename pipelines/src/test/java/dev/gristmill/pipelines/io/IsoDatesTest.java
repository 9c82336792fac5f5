// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDatesTest {

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,0",
    "2019-04-25T12:57:54Z,1556197074",
    "2019-04-25T12:57:54.123456Z,1556197074",
    "2019-04-25 12:57:54,1556197074",
    "2019-04-25T14:57:54+02:00,1556197074",
    "2019-04-25T05:57:54-0700,1556197074",
    "2019-04-25T12:57Z,1556197020",
    "2019-04-25T12Z,1556193600",
    "2019-04-25,1556150400",
    "2019-04,1554076800",
    "2019,1546300800",
    "20190425125754,1556197074",
    "20190425,1556150400",
    "0001-01-01,-62135596800",
  })
  void readsDates(String text, long seconds) {
    assertThat(IsoDates.epochSeconds(text)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2019-13-01",
        "2019-02-29",
        "2019-04-25T24:00:00Z",
        "2019-04-25T12:60:00Z",
        "2008-10-294T05:21:46-0700",
        "2019-04-25T12:57:54Zjunk",
        "0000-01-01",
        "-2019-01-01",
        "201",
        "2019-04-25T",
        "٢٠١٩-01-01",
        "2019-04-25T12:57:54+"
      })
  void anythingElseIsUnknown(String text) {
    assertThat(IsoDates.epochSeconds(text)).isEqualTo(Page.UNKNOWN_DATE);
  }
}
