// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.filters.dedup.Digest128;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ids of documents and their order: by place as they were added, by rank as they are kept.
 *
 * <p>Memory: some 200 bytes a document. Not thread-safe.
 */
final class RankedDocuments {

  private final KeepPolicy policy;
  private final List<String> ids = new ArrayList<>();
  private final List<byte[]> orders = new ArrayList<>();

  RankedDocuments(KeepPolicy policy) {
    this.policy = policy;
  }

  /** Adds the next document; known ones rank before all others. */
  void add(Document document, boolean known) {
    ids.add(document.idJson());
    if (known) {
      orders.add(new byte[0]); // a prefix of all
    } else {
      ByteBuffer order = ByteBuffer.allocate(1 + policy.bytes());
      order.put((byte) 1);
      policy.put(document, order);
      orders.add(order.array());
    }
  }

  int size() {
    return ids.size();
  }

  boolean isKnown(int place) {
    return orders.get(place).length == 0;
  }

  /** The places in keep order; documents that the policy takes for equal as they were added. */
  int[] placesByRank() {
    Integer[] places = new Integer[ids.size()];
    Arrays.setAll(places, place -> place);
    Arrays.sort(places, (a, b) -> Arrays.compareUnsigned(orders.get(a), orders.get(b)));
    return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
  }

  /**
   * Gives the verdicts in order of place.
   *
   * @param keepers by place, the place of the keeper; its own where a document stays
   * @param similarities by place, to the keeper
   */
  void tell(int[] keepers, double[] similarities, Duplicates.Verdicts verdicts) throws IOException {
    for (int place = 0; place < ids.size(); place++) {
      if (!isKnown(place)) {
        String keeper = ids.get(keepers[place]);
        verdicts.verdict(
            ids.get(place),
            keepers[place] == place,
            Digest128.of(keeper.getBytes(StandardCharsets.UTF_8)),
            keeper,
            similarities[place]);
      }
    }
  }
}
