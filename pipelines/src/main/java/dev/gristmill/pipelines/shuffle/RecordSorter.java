// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts any number of byte records within a fixed memory budget, spilling sorted runs to disk.
 *
 * <p>Order: unsigned lexicographic on the first {@code keyBytes} bytes, which every record must
 * have. Records with equal keys come in no stated order, so a caller that needs one byte-identical
 * sequence makes keys unique or records equal.
 *
 * <p>Memory: {@code budgetBytes} for one run (records, plus 12 bytes each for the index) and, while
 * merging, one read buffer of {@link SpilledRun#BUFFER_BYTES} per run; at most {@link #MAX_RUNS}
 * runs are open at once, older ones are merged into one when there are more. Disk: the records once
 * or twice. Cost: n log n word compares (multikey quicksort on 8-byte words). Not thread-safe.
 */
public final class RecordSorter implements Closeable {

  /** Runs that one merge opens. */
  public static final int MAX_RUNS = 64;

  private static final int INDEX_BYTES = 12;

  private final int keyBytes;
  private final long budgetBytes;
  private final Path spillDirectory;
  private final List<SpilledRun> runs = new ArrayList<>();

  private byte[] arena = new byte[1 << 16];
  private int arenaUsed;
  private int[] offsets = new int[1 << 10];
  private int count;
  private long spilledRuns;

  /**
   * An empty sorter.
   *
   * @param keyBytes length of the sort key at the front of a record, in bytes
   * @param budgetBytes memory for one run, 1 MiB to 1 GiB
   * @param spillDirectory an existing local directory for runs
   * @throws IllegalArgumentException if a number is out of range
   */
  public RecordSorter(int keyBytes, long budgetBytes, Path spillDirectory) {
    if (keyBytes < 1) {
      throw new IllegalArgumentException("keyBytes must be >= 1, was " + keyBytes);
    }
    if (budgetBytes < (1 << 20) || budgetBytes > (1 << 30)) {
      throw new IllegalArgumentException(
          "budgetBytes must be in [1048576, 1073741824], was " + budgetBytes);
    }
    this.keyBytes = keyBytes;
    this.budgetBytes = budgetBytes;
    this.spillDirectory = spillDirectory;
  }

  /**
   * Adds every record of a block in {@link BlockPacker}'s layout.
   *
   * @throws IOException if a run cannot be spilled
   */
  public void addBlock(byte[] block) throws IOException {
    int at = 0;
    while (at < block.length) {
      int length = Runs.intAt(block, at);
      add(block, at + 4, length);
      at += 4 + length;
    }
  }

  /**
   * Adds a copy of {@code record[offset, offset + length)}.
   *
   * @throws IllegalArgumentException if the record is shorter than the key
   * @throws IOException if a run cannot be spilled
   */
  public void add(byte[] record, int offset, int length) throws IOException {
    if (length < keyBytes) {
      throw new IllegalArgumentException(
          "a record must have " + keyBytes + " key bytes, had " + length);
    }
    long wanted = (long) arenaUsed + 4 + length;
    if (count > 0 && wanted + (long) INDEX_BYTES * (count + 1) > budgetBytes) {
      spill();
      wanted = 4L + length;
    }
    if (wanted > arena.length) {
      long grown = Math.max(wanted, Math.min(budgetBytes, arena.length * 2L));
      arena = Arrays.copyOf(arena, Math.toIntExact(grown));
    }
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count + (count >> 1));
    }
    offsets[count++] = arenaUsed;
    Runs.putInt(arena, arenaUsed, length);
    System.arraycopy(record, offset, arena, arenaUsed + 4, length);
    arenaUsed += 4 + length;
  }

  /** How many runs went to disk so far. */
  public long spilledRuns() {
    return spilledRuns;
  }

  /**
   * Ends adding and returns the records in order. The sorter must stay open while they are read.
   *
   * @throws IOException if a run cannot be written or read
   */
  public SortedRecords sorted() throws IOException {
    if (runs.isEmpty()) {
      Runs.sort(arena, offsets, count, keyBytes);
      return new ArenaRecords(arena, offsets, count);
    }
    if (count > 0) {
      spill();
    }
    arena = new byte[0];
    offsets = new int[0];
    return new MergedRecords(runs, keyBytes);
  }

  /** Deletes the spilled runs. */
  @Override
  public void close() throws IOException {
    for (SpilledRun run : runs) {
      run.delete();
    }
    runs.clear();
  }

  private void spill() throws IOException {
    Runs.sort(arena, offsets, count, keyBytes);
    runs.add(SpilledRun.write(spillDirectory, new ArenaRecords(arena, offsets, count)));
    spilledRuns++;
    arenaUsed = 0;
    count = 0;
    if (runs.size() == MAX_RUNS) {
      SpilledRun merged;
      try (MergedRecords records = new MergedRecords(runs, keyBytes)) {
        merged = SpilledRun.write(spillDirectory, records);
      }
      close();
      runs.add(merged);
    }
  }
}
