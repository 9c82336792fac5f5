// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShingleCodecTest {
  @Test
  void writesLittleEndianBytes() {
    assertThat(ShingleCodec.encode(new long[] {-2, 0x0102030405060708L}))
        .isEqualTo(HexFormat.of().parseHex("feffffffffffffff0807060504030201"));
    assertThat(ShingleCodec.encode(new long[0])).isEmpty();
  }

  @Test
  void readsWhatItWrites() {
    for (int size : new int[] {0, 1, 2, 1000}) {
      long[] shingles = new SplittableRandom(size).longs(size).sorted().distinct().toArray();

      assertThat(ShingleCodec.decode(ShingleCodec.encode(shingles))).isEqualTo(shingles);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 9, 15})
  void rejectsTornBytes(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShingleCodec.decode(new byte[length]))
        .withMessage("shingles must be a multiple of 8 bytes, were " + length);
  }

  @Test
  void rejectsWhatDoesNotAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShingleCodec.decode(ShingleCodec.encode(new long[] {1, 3, 3})))
        .withMessage("shingles must ascend, element 2 does not");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShingleCodec.decode(ShingleCodec.encode(new long[] {1, -1})));
  }
}
