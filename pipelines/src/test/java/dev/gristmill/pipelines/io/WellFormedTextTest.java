// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTextTest {

  @Test
  void replacesLoneSurrogatesOnly() {
    assertThat(WellFormedText.of("a\uD800b\uDC00\uD83D\uDE00\uD83D"))
        .isEqualTo("a\uFFFDb\uFFFD\uD83D\uDE00\uFFFD");
  }

  @Test
  void countsTheBytesThatTheEncoderMakes() {
    for (String text : new String[] {"", "abc", "\u00E9\u07FF", "\u0800\uFFFD", "x\uD83D\uDE00y"}) {
      assertThat(WellFormedText.utf8Bytes(text)).as(text).isEqualTo(text.getBytes(UTF_8).length);
    }
  }
}
