// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.filters.dedup.Jaccard;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.Sketches;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Verifies pairs by the exact Jaccard similarity of their shingle sets; those below the threshold
 * go no further. Several bands propose the same pair: it is verified once.
 *
 * <p>Pairs come sorted by split, so at most two splits' sets are open, and a document's set is read
 * once for all its pairs in a row.
 */
final class JaccardFold implements Fold {

  private static final long serialVersionUID = 1L;

  private final NearRecord layout;
  private final RunDirectory directory;
  private final Journal measure;
  private final double threshold;

  JaccardFold(NearRecord layout, RunDirectory directory, Journal measure, double threshold) {
    this.layout = layout;
    this.directory = directory;
    this.measure = measure;
    this.threshold = threshold;
  }

  @Override
  public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
    byte[] match = new byte[layout.match()];
    long lastLater = -1;
    long lastEarlier = -1;
    try (Side later = new Side();
        Side earlier = new Side()) {
      while (records.next()) {
        ByteBuffer record = ByteBuffer.wrap(records.buffer());
        long laterAt = record.getLong(records.offset());
        long earlierAt = record.getLong(records.offset() + 8);
        if (laterAt == lastLater && earlierAt == lastEarlier) {
          continue;
        }
        lastLater = laterAt;
        lastEarlier = earlierAt;
        double similarity = Jaccard.of(later.at(laterAt), earlier.at(earlierAt));
        if (similarity >= threshold) {
          int millionths = (int) StrictMath.rint(similarity * Decision.MILLION);
          layout.match(records.buffer(), records.offset(), millionths, match);
          out.record(0, match, match.length);
        }
      }
    }
  }

  /** One side of the pairs: the split it is in, and the set read last. */
  private final class Side implements AutoCloseable {
    private Sketches sketches;
    private int split = -1;
    private long at = -1;
    private long[] set;

    /** {@code wanted}: split in the upper half, row in the lower. */
    long[] at(long wanted) throws IOException {
      if (wanted != at) {
        int wantedSplit = (int) (wanted >>> 32);
        if (wantedSplit != split) {
          close();
          sketches = new Sketches(directory, measure, Split.unit(wantedSplit));
          split = wantedSplit;
        }
        set = sketches.at((int) wanted);
        at = wanted;
      }
      return set;
    }

    @Override
    public void close() throws IOException {
      if (sketches != null) {
        sketches.close();
        sketches = null;
      }
    }
  }
}
