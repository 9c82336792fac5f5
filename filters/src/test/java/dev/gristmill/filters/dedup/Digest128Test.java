// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Digest128Test {
  @Test
  void isTheFirstHalfOfSha256() {
    // FIPS 180-4, example "abc".
    assertThat(Digest128.of("abc".getBytes(StandardCharsets.US_ASCII)))
        .hasToString("ba7816bf8f01cfea414140de5dae2223");
  }

  @Test
  void parsesWhatItPrints() {
    Digest128 digest = new Digest128(1, -1);

    assertThat(digest).hasToString("0000000000000001ffffffffffffffff");
    assertThat(Digest128.parse(digest.toString())).isEqualTo(digest);
    assertThat(Digest128.parse("0000000000000001FFFFFFFFFFFFFFFF")).isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "0000000000000001fffffffffffffffg", "+000000000000001ffffffffffffffff"})
  void rejectsWhatIsNoDigest(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Digest128.parse(text))
        .withMessageContaining("32 hexadecimal digits");
  }

  @Test
  void isOrderedAsItsDigitsAre() {
    Digest128 small = new Digest128(0, -1);
    Digest128 large = new Digest128(-1, 0);

    assertThat(small).isLessThan(large);
    assertThat(small.toString()).isLessThan(large.toString());
    assertThat(new Digest128(5, 1)).isLessThan(new Digest128(5, -1));
  }
}
