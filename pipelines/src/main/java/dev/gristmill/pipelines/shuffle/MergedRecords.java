// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** A k-way merge of spilled runs; holds one record per run. */
final class MergedRecords implements SortedRecords {

  private final List<SpilledRun.Reader> readers = new ArrayList<>();
  private final PriorityQueue<SpilledRun.Reader> heap;
  private SpilledRun.Reader current;

  MergedRecords(List<SpilledRun> runs, int keyBytes) throws IOException {
    heap =
        new PriorityQueue<>(
            runs.size(),
            (a, b) -> Runs.compare(a.buffer(), a.offset(), b.buffer(), b.offset(), keyBytes));
    for (SpilledRun run : runs) {
      SpilledRun.Reader reader = run.open();
      readers.add(reader);
      if (reader.next()) {
        heap.add(reader);
      }
    }
  }

  @Override
  public boolean next() throws IOException {
    if (current != null && current.next()) {
      heap.add(current);
    }
    current = heap.poll();
    return current != null;
  }

  @Override
  public byte[] buffer() {
    return current.buffer();
  }

  @Override
  public int offset() {
    return current.offset();
  }

  @Override
  public int length() {
    return current.length();
  }

  @Override
  public void close() throws IOException {
    for (SpilledRun.Reader reader : readers) {
      reader.close();
    }
  }
}
