// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Proposes pairs: each document of a bucket with the first {@link #MOST_EARLIER} of the bucket in
 * keep order.
 *
 * <p>Those are the documents that stay, if any does: a bucket of a million copies costs as much per
 * copy as one of forty. A document whose only similar one comes later in a large bucket, in every
 * band, is kept.
 */
final class CandidateFold implements Fold {

  private static final long serialVersionUID = 1L;

  /** Documents of a bucket that later ones are compared with. */
  static final int MOST_EARLIER = 32;

  private final NearRecord layout;
  private final int partitions;

  CandidateFold(NearRecord layout, int partitions) {
    this.layout = layout;
    this.partitions = partitions;
  }

  @Override
  public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
    byte[][] earlier = new byte[MOST_EARLIER][layout.band()];
    byte[] pair = new byte[layout.pair()];
    int held = 0;
    long open = 0;
    while (records.next()) {
      byte[] buffer = records.buffer();
      int at = records.offset();
      long key = ByteBuffer.wrap(buffer).getLong(at);
      if (key != open) {
        held = 0;
        open = key;
      }
      for (int i = 0; i < held; i++) {
        layout.pair(buffer, at, earlier[i], 0, pair);
        ByteBuffer splits = ByteBuffer.wrap(pair);
        int to = Math.floorMod(splits.getInt(0) * 31 + splits.getInt(8), partitions);
        out.record(to, pair, pair.length);
      }
      if (held < MOST_EARLIER) {
        System.arraycopy(buffer, at, earlier[held++], 0, layout.band());
      }
    }
  }
}
