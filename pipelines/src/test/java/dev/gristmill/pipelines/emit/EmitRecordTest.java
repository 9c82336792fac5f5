// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dedup.Digest128;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmitRecordTest {

  private static final Digest128 ID = new Digest128(0x1122334455667788L, -2);

  @Test
  void sendsASmallContentAsOnePiece() {
    List<byte[]> records = send(0x0102030405060708L, EmitRecord.TOKENS, new byte[] {9, 8, 7, 6});

    assertThat(records).hasSize(1);
    assertThat(records.get(0))
        .containsExactly(
            1, 2, 3, 4, 5, 6, 7, 8, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, -1, -1, -1, -1,
            -1, -1, -1, -2, 0, 0, 0, 0, 0, 9, 8, 7, 6);
    assertThat(EmitRecord.id(records.get(0), 0)).isEqualTo(ID);
    assertThat(EmitRecord.kind(records.get(0), 0)).isEqualTo(EmitRecord.TOKENS);
  }

  @Test
  void cutsALargeContentAndLosesNothing() {
    for (int extra : new int[] {-1, 0, 1}) {
      byte[] content = new byte[3 * EmitRecord.PIECE_BYTES + extra];
      new SplittableRandom(extra).nextBytes(content);

      List<byte[]> records = send(7, EmitRecord.TEXT, content);

      assertThat(records).hasSize(extra == 1 ? 4 : 3);
      assertThat(records)
          .allMatch(record -> record.length <= EmitRecord.KEY_BYTES + EmitRecord.PIECE_BYTES);
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      records.forEach(
          record ->
              joined.write(record, EmitRecord.KEY_BYTES, record.length - EmitRecord.KEY_BYTES));
      assertThat(joined.toByteArray()).isEqualTo(content);
    }
  }

  @Test
  void sortsByPlaceThenIdThenTokensBeforeTextThenPiece() {
    byte[] twoPieces = new byte[EmitRecord.PIECE_BYTES + 4];
    List<byte[]> records = new ArrayList<>();
    records.addAll(send(7, EmitRecord.TOKENS, twoPieces));
    records.addAll(send(7, EmitRecord.TEXT, twoPieces));
    records.addAll(send(-7, EmitRecord.TOKENS, new byte[4]));

    List<byte[]> shuffled =
        new ArrayList<>(List.of(4, 3, 1, 2, 0).stream().map(records::get).toList());
    shuffled.sort(
        (a, b) -> Arrays.compareUnsigned(a, 0, EmitRecord.KEY_BYTES, b, 0, EmitRecord.KEY_BYTES));

    assertThat(shuffled).isEqualTo(records);
  }

  @Test
  void cutsNoTokenInTwo() {
    assertThat(EmitRecord.PIECE_BYTES % 4).isZero();
  }

  private static List<byte[]> send(long place, byte kind, byte[] content) {
    List<byte[]> records = new ArrayList<>();
    EmitRecord.send(
        3,
        place,
        ID,
        kind,
        content,
        (shard, record, length) -> {
          assertThat(shard).isEqualTo(3);
          records.add(Arrays.copyOf(record, length));
        });
    return records;
  }
}
