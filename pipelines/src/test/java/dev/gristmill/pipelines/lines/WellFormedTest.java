// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTest {

  @Test
  void replacesLoneSurrogatesOnly() {
    assertThat(WellFormed.of("a\uD800b\uDC00\uD83D\uDE00\uD83D"))
        .isEqualTo("a\uFFFDb\uFFFD\uD83D\uDE00\uFFFD");
  }

  @Test
  void countsTheBytesThatTheEncoderMakes() {
    for (String text : new String[] {"", "abc", "\u00E9\u07FF", "\u0800\uFFFD", "x\uD83D\uDE00y"}) {
      assertThat(WellFormed.utf8Bytes(text)).as(text).isEqualTo(text.getBytes(UTF_8).length);
    }
  }
}
