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

  /** How similarities are stored: in millionths. */
  public static final double MILLION = 1_000_000;

  /** Of a duplicate, its similarity to the keeper, 0 to 1. */
  public double similarity() {
    return value / MILLION;
  }

  /** Kinds, by their stored code. */
  public enum Kind {
    /** The same record again: value = 1. */
    SAME_RECORD(0),
    /** Another record under the same id: value = its ordinal, from 1. */
    ORDINAL(1),
    /** A duplicate: value = its similarity to the keeper in millionths. */
    DUPLICATE(2),
    /** The keeper of duplicates: value = documents in the cluster, itself among them. */
    CLUSTER(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** How the kind is stored. */
    public int code() {
      return code;
    }

    /**
     * The kind of a stored code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no decision has code " + code);
    }
  }
}
