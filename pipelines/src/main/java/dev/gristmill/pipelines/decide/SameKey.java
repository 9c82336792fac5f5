// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.filters.url.CanonicalUrl;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.verdict.KeepOrder;
import dev.gristmill.pipelines.verdict.SurvivorsSoFar;
import dev.gristmill.pipelines.verdict.Verdicts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Duplicates by a key: among survivors so far with one key, the first in keep order stays. The key
 * is the digest of the normalised text, or of the canonical URL.
 *
 * <p>Record: key (16), keep policy ({@link KeepOrder}), id (16), split (4), row (4). A group's
 * first record is the keeper, so a group of any size is decided as it streams by.
 */
final class SameKey implements Grouping {

  private static final long serialVersionUID = 1L;
  private static final long WHOLE_SIMILARITY = 1_000_000;

  private final SurvivorsSoFar survivors;
  private final boolean byUrl;
  private final KeepOrder order;

  SameKey(Recipe recipe, Stages.Deduplicating stage) {
    this.survivors = new SurvivorsSoFar(recipe, stage.name());
    this.byUrl = stage instanceof Stages.Url;
    this.order = KeepOrder.of(recipe, stage);
  }

  @Override
  public int recordBytes() {
    return 16 + order.bytes() + 24;
  }

  @Override
  public boolean takesPart(SplitDocument document) {
    return !(byUrl && key(document).isEmpty()) && survivors.has(document);
  }

  @Override
  public void record(SplitDocument document, Split split, ByteBuffer record) {
    Digest128 key =
        byUrl ? Digest128.of(key(document).getBytes(StandardCharsets.UTF_8)) : document.digest();
    record.putLong(key.hi()).putLong(key.lo());
    order.put(document, record);
    record.putLong(document.id().hi()).putLong(document.id().lo());
    record.putInt(split.index()).putInt(document.row());
  }

  private static String key(SplitDocument document) {
    return CanonicalUrl.dedupKey(document.url());
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
