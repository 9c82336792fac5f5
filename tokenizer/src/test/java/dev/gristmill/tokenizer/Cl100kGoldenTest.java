// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What tiktoken 0.14.0 gives for texts of our own; the lines are
 * src/test/golden/cl100k_golden.py's.
 */
class Cl100kGoldenTest {
  private final BpeTokenizer tokenizer = Vocabularies.cl100k();

  @Test
  void encodesAsTiktokenDoes() {
    assertIds(
        "The mill grinds slowly, but it grinds exceedingly fine.",
        791,
        2606,
        1099,
        8843,
        14297,
        11,
        719,
        433,
        1099,
        8843,
        76821,
        7060,
        13);
    assertIds(
        "It's 12345 o'clock; we'LL see\u2026",
        2181,
        596,
        220,
        4513,
        1774,
        297,
        63510,
        26,
        584,
        6,
        4178,
        1518,
        1981);
    assertIds(
        "  if (x != null) {\r\n\t\treturn x;\r\n  }\n\n \n  ",
        220,
        422,
        320,
        87,
        976,
        854,
        8,
        987,
        197,
        862,
        865,
        464,
        220,
        557,
        720,
        256);
    assertIds(
        "Die M\u00fchle mahlt. \u0413\u0440\u0438\u0441\u0442. \u88fd\u7c89\u6240\u306e\u6c34\u8eca\u3002",
        18674,
        386,
        22284,
        273,
        44316,
        4937,
        13,
        61565,
        31203,
        6735,
        13,
        9085,
        96,
        121,
        90397,
        231,
        32938,
        16144,
        53610,
        164,
        119,
        232,
        1811);
    assertIds(
        "na\u00efve cafe\u0301 \ud835\udc00\ud83c\udf3e\u200d\ud83c\udf3e \u0000\ufeff",
        3458,
        38672,
        588,
        42030,
        54939,
        82350,
        238,
        222,
        9468,
        234,
        122,
        378,
        235,
        9468,
        234,
        122,
        220,
        188,
        3305);
    assertIds("<|endoftext|> is text", 27, 91, 8862, 728, 428, 91, 29, 374, 1495);
    assertIds(
        "\ud803\udd50\ud803\udd51 \u1c89 it'\u017f",
        172,
        238,
        113,
        238,
        172,
        238,
        113,
        239,
        87189,
        110,
        231,
        433,
        6,
        129,
        123);
  }

  private void assertIds(String text, int... expected) {
    byte[] utf8 = text.getBytes(UTF_8);
    IntList ids = new IntList();
    tokenizer.encode(utf8, 0, utf8.length, ids);
    assertThat(ids.toArray()).as(text).isEqualTo(expected);
    assertThat(tokenizer.decode(expected, 0, expected.length)).isEqualTo(utf8);
  }
}
