// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.filters.dedup.Digest128;
import java.io.Closeable;
import java.io.IOException;

/**
 * Documents among which duplicates are found: all are added, then all are decided, once.
 *
 * <p>Documents of another collection ({@link #known}) come before all others in keep order and are
 * never dropped; there is no verdict on them. Implementations are not thread-safe.
 */
public interface Duplicates extends Closeable {

  /** The similarity of a document that stays, and of equal ones. */
  double SAME = 1;

  /** Is told what became of each document. */
  interface Verdicts {
    /**
     * Takes one verdict.
     *
     * @param id the document's id as JSON
     * @param cluster the same for a keeper and all that it stands for, for no other document
     * @param keeper the id, as JSON, of the document that stays; its own if it does
     * @param similarity to the keeper, as the method measures it, at most {@link #SAME}
     * @throws IOException if it cannot be dealt with
     */
    void verdict(String id, boolean kept, Digest128 cluster, String keeper, double similarity)
        throws IOException;
  }

  /**
   * Adds a document of another collection: whatever is a duplicate of it is dropped.
   *
   * @throws IOException if the local disk is full
   */
  void known(Document document) throws IOException;

  /**
   * Adds a document.
   *
   * @throws IOException if the local disk is full
   */
  void add(Document document) throws IOException;

  /**
   * Decides, and gives the verdicts on all documents that were {@link #add added}, in that order.
   *
   * @throws IOException from the verdicts, or if the local disk is full
   */
  void decide(Verdicts verdicts) throws IOException;
}
