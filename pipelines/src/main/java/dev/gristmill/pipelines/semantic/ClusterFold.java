// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.semantic;

import dev.gristmill.classifiers.embed.QuantisedVector;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.verdict.DecisionFold;
import dev.gristmill.pipelines.verdict.Verdicts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares the documents of each cluster, in keep order, with those of it that stay; the nearest is
 * the keeper, of equals the first.
 *
 * <p>Memory: {@link #MOST_KEPT} vectors. In a cluster where more stay, later documents are compared
 * with the first {@link #MOST_KEPT} only; more clusters make that rare.
 */
final class ClusterFold implements Fold {

  private static final long serialVersionUID = 1L;

  /** Documents of a cluster that later ones are compared with. */
  static final int MOST_KEPT = 8192;

  private final int order;
  private final double threshold;
  private final int homes;

  ClusterFold(int order, double threshold, int homes) {
    this.order = order;
    this.threshold = threshold;
    this.homes = homes;
  }

  /** Bytes before the vector: cluster, keep order, id, split, row. */
  static int keyBytes(int order) {
    return 4 + order + 16 + 8;
  }

  /** One that stays; its size is a cell to count in. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(
      QuantisedVector vector, int split, int row, long idHi, long idLo, long[] size) {}

  @Override
  public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
    Verdicts verdicts = DecisionFold.verdicts(homes, out);
    List<Kept> kept = new ArrayList<>();
    int open = -1;
    while (records.next()) {
      ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), records.length());
      int cluster = record.getInt();
      if (cluster != open) {
        end(kept, verdicts);
        open = cluster;
      }
      record.position(record.position() + order);
      long idHi = record.getLong();
      long idLo = record.getLong();
      int split = record.getInt();
      int row = record.getInt();
      int from = records.offset() + keyBytes(order);
      QuantisedVector vector =
          QuantisedVector.decode(
              Arrays.copyOfRange(records.buffer(), from, records.offset() + records.length()));
      Kept nearest = null;
      double most = threshold;
      for (Kept one : kept) {
        double cosine = one.vector().cosine(vector);
        if (cosine > most || (cosine == most && nearest == null)) {
          nearest = one;
          most = cosine;
        }
      }
      if (nearest != null) {
        nearest.size()[0]++;
        verdicts.say(
            split,
            row,
            Decision.Kind.DUPLICATE.code(),
            (long) StrictMath.rint(most * Decision.MILLION),
            nearest.idHi(),
            nearest.idLo());
      } else if (kept.size() < MOST_KEPT) {
        kept.add(new Kept(vector, split, row, idHi, idLo, new long[] {1}));
      }
    }
    end(kept, verdicts);
  }

  private static void end(List<Kept> kept, Verdicts verdicts) {
    for (Kept one : kept) {
      if (one.size()[0] > 1) {
        verdicts.say(
            one.split(),
            one.row(),
            Decision.Kind.CLUSTER.code(),
            one.size()[0],
            one.idHi(),
            one.idLo());
      }
    }
    kept.clear();
  }
}
