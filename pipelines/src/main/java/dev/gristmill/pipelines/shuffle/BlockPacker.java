// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.util.Arrays;

/**
 * Packs records into one block per partition and hands a block out when it is full.
 *
 * <p>Block layout: records back to back, each a 4-byte big-endian length and that many bytes. A
 * handed-out block is a fresh array that is never touched again, so it may cross a runner's edge
 * without a copy.
 *
 * <p>Memory: at most {@code budgetBytes} plus one record; when the sum over partitions reaches the
 * budget, every open block is handed out. Block borders therefore depend on arrival order and must
 * not reach any output: readers sort. Not thread-safe.
 */
public final class BlockPacker {

  /** Where full blocks go. */
  @FunctionalInterface
  public interface BlockSink {
    /**
     * Takes one block.
     *
     * @param partition the partition, {@code 0 <= partition < partitions}
     * @param block the packed records, owned by the receiver
     */
    void block(int partition, byte[] block);
  }

  /** Bytes of a block after which it is handed out. */
  public static final int BLOCK_BYTES = 256 * 1024;

  private static final int FIRST_BYTES = 1024;

  private final byte[][] open;
  private final int[] used;
  private final long budgetBytes;
  private final BlockSink sink;
  private long heldBytes;

  /**
   * A packer with empty blocks.
   *
   * @throws IllegalArgumentException if {@code partitions < 1} or {@code budgetBytes < 1}
   */
  public BlockPacker(int partitions, long budgetBytes, BlockSink sink) {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be >= 1, was " + partitions);
    }
    if (budgetBytes < 1) {
      throw new IllegalArgumentException("budgetBytes must be >= 1, was " + budgetBytes);
    }
    this.open = new byte[partitions][];
    this.used = new int[partitions];
    this.budgetBytes = budgetBytes;
    this.sink = sink;
  }

  /** Appends a copy of {@code record[0, length)} to the partition's block. */
  public void add(int partition, byte[] record, int length) {
    int need = 4 + length;
    if (used[partition] > 0 && used[partition] + need > BLOCK_BYTES) {
      flush(partition);
    }
    byte[] block = reserve(partition, need);
    int at = used[partition];
    block[at] = (byte) (length >>> 24);
    block[at + 1] = (byte) (length >>> 16);
    block[at + 2] = (byte) (length >>> 8);
    block[at + 3] = (byte) length;
    System.arraycopy(record, 0, block, at + 4, length);
    used[partition] = at + need;
    heldBytes += need;
    if (used[partition] >= BLOCK_BYTES) {
      flush(partition);
    } else if (heldBytes >= budgetBytes) {
      flush();
    }
  }

  /** Hands out every open block, in partition order. */
  public void flush() {
    for (int partition = 0; partition < open.length; partition++) {
      if (used[partition] > 0) {
        flush(partition);
      }
    }
  }

  private byte[] reserve(int partition, int need) {
    byte[] block = open[partition];
    int wanted = used[partition] + need;
    if (block == null) {
      block = new byte[Math.max(FIRST_BYTES, wanted)];
    } else if (wanted > block.length) {
      block = Arrays.copyOf(block, Math.max(wanted, Math.min(BLOCK_BYTES, block.length * 2)));
    }
    open[partition] = block;
    return block;
  }

  private void flush(int partition) {
    byte[] block = open[partition];
    int length = used[partition];
    heldBytes -= length;
    open[partition] = null;
    used[partition] = 0;
    sink.block(partition, length == block.length ? block : Arrays.copyOf(block, length));
  }
}
