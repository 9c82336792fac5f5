// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockPackerTest {

  @SuppressWarnings("ArrayRecordComponent") // a value in passing, never compared
  private record Block(int partition, byte[] bytes) {
    /** The block's records as text. */
    List<String> records() {
      List<String> records = new ArrayList<>();
      ByteBuffer block = ByteBuffer.wrap(bytes);
      while (block.hasRemaining()) {
        byte[] record = new byte[block.getInt()];
        block.get(record);
        records.add(new String(record, StandardCharsets.UTF_8));
      }
      return records;
    }
  }

  private final List<Block> blocks = new ArrayList<>();

  @Test
  void keepsTheRecordsOfAPartitionTogetherInTheirOrder() {
    BlockPacker packer = packer(3, 1 << 20);

    add(packer, 2, "a");
    add(packer, 0, "b");
    add(packer, 2, "");
    add(packer, 2, "cd");
    packer.flush();

    assertThat(blocks).extracting(Block::partition).containsExactly(0, 2);
    assertThat(blocks.get(0).records()).containsExactly("b");
    assertThat(blocks.get(1).records()).containsExactly("a", "", "cd");
  }

  @Test
  void handsOutABlockWhenTheNextRecordWouldNotFit() {
    BlockPacker packer = packer(1, 1 << 30);
    byte[] half = new byte[BlockPacker.BLOCK_BYTES / 2];

    packer.add(0, half, half.length);
    packer.add(0, half, half.length);

    assertThat(blocks).hasSize(1);
    assertThat(blocks.get(0).bytes()).hasSize(4 + half.length);
  }

  @Test
  void handsOutARecordLargerThanABlockInABlockOfItsOwn() {
    BlockPacker packer = packer(1, 1 << 30);
    byte[] huge = new byte[3 * BlockPacker.BLOCK_BYTES];
    Arrays.fill(huge, (byte) 'x');

    add(packer, 0, "before");
    packer.add(0, huge, huge.length);
    add(packer, 0, "after");
    packer.flush();

    assertThat(blocks).hasSize(3);
    assertThat(blocks.get(1).records()).containsExactly("x".repeat(huge.length));
    assertThat(blocks.get(2).records()).containsExactly("after");
  }

  @Test
  void holdsNoMoreThanItsBudget() {
    BlockPacker packer = packer(100, 1_000);

    for (int i = 0; i < 199; i++) {
      packer.add(i % 100, new byte[6], 6);
    }

    assertThat(blocks.stream().mapToInt(block -> block.bytes().length).sum()).isEqualTo(1_000);
    packer.flush();
    assertThat(blocks.stream().mapToInt(block -> block.bytes().length).sum()).isEqualTo(1_990);
  }

  @Test
  void takesACopyOfTheRecord() {
    BlockPacker packer = packer(1, 1 << 20);
    byte[] reused = {'a'};

    packer.add(0, reused, 1);
    reused[0] = 'b';
    packer.add(0, reused, 1);
    packer.flush();

    assertThat(blocks.get(0).records()).containsExactly("a", "b");
  }

  @Test
  void givesEachBlockAnArrayThatItNeverTouchesAgain() {
    BlockPacker packer = packer(1, 1 << 20);

    add(packer, 0, "first");
    packer.flush();
    byte[] copy = blocks.get(0).bytes().clone();
    add(packer, 0, "other");
    packer.flush();

    assertThat(blocks.get(0).bytes()).isEqualTo(copy);
  }

  @Test
  void handsOutNothingWhenThereIsNothing() {
    packer(4, 1 << 20).flush();

    assertThat(blocks).isEmpty();
  }

  @Test
  void refusesSizesOutOfRange() {
    assertThatThrownBy(() -> packer(0, 1)).hasMessage("partitions must be >= 1, was 0");
    assertThatThrownBy(() -> packer(1, 0)).hasMessage("budgetBytes must be >= 1, was 0");
  }

  private BlockPacker packer(int partitions, long budgetBytes) {
    return new BlockPacker(
        partitions, budgetBytes, (to, block) -> blocks.add(new Block(to, block)));
  }

  private static void add(BlockPacker packer, int partition, String record) {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    packer.add(partition, bytes, bytes.length);
  }
}
