// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.Fates;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;

/**
 * Exact duplicates: among survivors so far with one digest of normalised text, the first in keep
 * order stays.
 *
 * <p>Record: text digest (16), keep policy ({@link KeepOrder}), id (16), split (4), row (4). A
 * group's first record is the keeper, so a group of any size is decided as it streams by.
 */
final class SameText implements Grouping {

  private static final long serialVersionUID = 1L;
  private static final long WHOLE_SIMILARITY = 1_000_000;

  private final Recipe recipe;
  private final int stage;
  private final KeepOrder order;
  private transient Fates fates;

  SameText(Recipe recipe, Recipe.Exact exact) {
    this.recipe = recipe;
    this.stage = recipe.indexOf(exact.name());
    this.order = new KeepOrder(exact.keep(), recipe.sourceRanks());
    this.fates = new Fates(recipe, SignalPlan.of(recipe));
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    fates = new Fates(recipe, SignalPlan.of(recipe));
  }

  @Override
  public int recordBytes() {
    return 16 + order.bytes() + 24;
  }

  @Override
  public boolean takesPart(SplitDocument document) {
    return fates.judge(document, stage).isEmpty();
  }

  @Override
  public void record(SplitDocument document, Split split, ByteBuffer record) {
    record.putLong(document.digest().hi()).putLong(document.digest().lo());
    order.put(document, split.source(), record);
    record.putLong(document.id().hi()).putLong(document.id().lo());
    record.putInt(split.index()).putInt(document.row());
  }

  @Override
  public void decide(SortedRecords records, Verdicts verdicts) throws IOException {
    Cluster cluster = null;
    while (records.next()) {
      ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), recordBytes());
      long hi = record.getLong();
      long lo = record.getLong();
      record.position(record.position() + order.bytes());
      long idHi = record.getLong();
      long idLo = record.getLong();
      int split = record.getInt();
      int row = record.getInt();
      if (cluster != null && cluster.hi == hi && cluster.lo == lo) {
        cluster.size++;
        verdicts.say(
            split,
            row,
            Decision.Kind.DUPLICATE.code(),
            WHOLE_SIMILARITY,
            cluster.keeperHi,
            cluster.keeperLo);
      } else {
        end(cluster, verdicts);
        cluster = new Cluster(hi, lo, idHi, idLo, split, row);
      }
    }
    end(cluster, verdicts);
  }

  private static void end(Cluster cluster, Verdicts verdicts) {
    if (cluster != null && cluster.size > 1) {
      verdicts.say(
          cluster.split,
          cluster.row,
          Decision.Kind.CLUSTER.code(),
          cluster.size,
          cluster.keeperHi,
          cluster.keeperLo);
    }
  }

  private static final class Cluster {
    private final long hi;
    private final long lo;
    private final long keeperHi;
    private final long keeperLo;
    private final int split;
    private final int row;
    private long size = 1;

    Cluster(long hi, long lo, long keeperHi, long keeperLo, int split, int row) {
      this.hi = hi;
      this.lo = lo;
      this.keeperHi = keeperHi;
      this.keeperLo = keeperLo;
      this.split = split;
      this.row = row;
    }
  }
}
