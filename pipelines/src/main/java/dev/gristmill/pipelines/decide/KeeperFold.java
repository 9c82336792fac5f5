// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.verdict.DecisionFold;
import dev.gristmill.pipelines.verdict.Verdicts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Picks survivors from matches in keep order: a document is dropped if and only if one that stays,
 * and comes before it, matches it. Nothing follows from a match with a dropped document, so there
 * are no chains.
 *
 * <p>Memory: the ids of dropped documents and of keepers, about 100 bytes each, in one worker.
 */
final class KeeperFold implements Fold {

  private static final long serialVersionUID = 1L;

  private final NearRecord layout;
  private final int homes;

  KeeperFold(NearRecord layout, int homes) {
    this.layout = layout;
    this.homes = homes;
  }

  @Override
  public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
    Verdicts verdicts = DecisionFold.verdicts(homes, out);
    Set<Digest128> dropped = new HashSet<>();
    Map<Digest128, long[]> keepers = new LinkedHashMap<>();
    while (records.next()) {
      byte[] buffer = records.buffer();
      int at = records.offset();
      Digest128 later = layout.id(buffer, at);
      Digest128 earlier = layout.id(buffer, at + layout.rank());
      // The first match whose earlier side stays decides; the rest of the group is known then.
      if (dropped.contains(later) || dropped.contains(earlier)) {
        continue;
      }
      dropped.add(later);
      ByteBuffer places = ByteBuffer.wrap(buffer);
      int from = at + 2 * layout.rank();
      verdicts.say(
          places.getInt(from),
          places.getInt(from + 4),
          Decision.Kind.DUPLICATE.code(),
          places.getInt(from + 16),
          earlier.hi(),
          earlier.lo());
      long[] keeper =
          keepers.computeIfAbsent(
              earlier, id -> new long[] {places.getInt(from + 8), places.getInt(from + 12), 1});
      keeper[2]++;
    }
    keepers.forEach(
        (id, keeper) ->
            verdicts.say(
                (int) keeper[0],
                (int) keeper[1],
                Decision.Kind.CLUSTER.code(),
                keeper[2],
                id.hi(),
                id.lo()));
  }
}
