// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.filters.dedup.Digest128;
import java.io.Serializable;
import java.nio.ByteBuffer;

/**
 * Layouts of the three records of near deduplication, for a keep order of {@code order} bytes.
 *
 * <pre>
 * rank  = keep order, id (16)                       a document's place in keep order; total
 * at    = split (4), row (4)
 * band  = band key (8), rank, at                    sorted: a bucket in keep order
 * pair  = later at, earlier at, later rank, earlier rank    sorted: by the splits to be opened
 * match = later rank, earlier rank, later at, earlier at, similarity (4)    sorted: in keep order
 * </pre>
 *
 * @param order bytes of the keep order
 */
record NearRecord(int order) implements Serializable {

  private static final int AT = 8;

  int rank() {
    return order + 16;
  }

  int band() {
    return 8 + rank() + AT;
  }

  int pair() {
    return 2 * AT + 2 * rank();
  }

  int match() {
    return 2 * rank() + 2 * AT + 4;
  }

  /** Writes a pair from two band records. */
  void pair(byte[] later, int laterAt, byte[] earlier, int earlierAt, byte[] out) {
    System.arraycopy(later, laterAt + 8 + rank(), out, 0, AT);
    System.arraycopy(earlier, earlierAt + 8 + rank(), out, AT, AT);
    System.arraycopy(later, laterAt + 8, out, 2 * AT, rank());
    System.arraycopy(earlier, earlierAt + 8, out, 2 * AT + rank(), rank());
  }

  /** Writes a match from a pair. */
  void match(byte[] pair, int at, int similarity, byte[] out) {
    System.arraycopy(pair, at + 2 * AT, out, 0, 2 * rank());
    System.arraycopy(pair, at, out, 2 * rank(), 2 * AT);
    ByteBuffer.wrap(out).putInt(2 * rank() + 2 * AT, similarity);
  }

  /** The id at the end of a rank. */
  Digest128 id(byte[] record, int rankAt) {
    ByteBuffer buffer = ByteBuffer.wrap(record);
    return new Digest128(buffer.getLong(rankAt + order), buffer.getLong(rankAt + order + 8));
  }
}
