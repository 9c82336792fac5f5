// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

/** The records of one sorted in-memory run. */
final class ArenaRecords implements SortedRecords {

  private final byte[] arena;
  private final int[] offsets;
  private final int count;
  private int at = -1;

  ArenaRecords(byte[] arena, int[] offsets, int count) {
    this.arena = arena;
    this.offsets = offsets;
    this.count = count;
  }

  @Override
  public boolean next() {
    at++;
    return at < count;
  }

  @Override
  public byte[] buffer() {
    return arena;
  }

  @Override
  public int offset() {
    return offsets[at] + 4;
  }

  @Override
  public int length() {
    return Runs.intAt(arena, offsets[at]);
  }

  @Override
  public void close() {}
}
