// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.dedup.Digest128;

/**
 * What a decision phase says of one document.
 *
 * @param kind what {@code value} means
 * @param value see the kind
 * @param keeper the id that stays; the document's own for {@link Kind#CLUSTER}
 */
public record Decision(Kind kind, long value, Digest128 keeper) {

  /** Kinds, by their stored code. */
  public enum Kind {
    /** The same record again: value = 1. */
    SAME_RECORD,
    /** Another record under the same id: value = its ordinal, from 1. */
    ORDINAL,
    /** A duplicate: value = its similarity to the keeper in millionths. */
    DUPLICATE,
    /** The keeper of duplicates: value = documents in the cluster, itself among them. */
    CLUSTER
  }
}
