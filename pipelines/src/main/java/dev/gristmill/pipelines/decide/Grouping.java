// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.verdict.Verdicts;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;

/**
 * One kind of decision: which documents belong together, and what is said of them.
 *
 * <p>A record begins with the group's key, then what orders the group, and ends with split and row.
 * All of it is sort key, so a group is seen in one total order whatever order it arrived in.
 */
interface Grouping extends Serializable {

  /** Bytes of a record. */
  int recordBytes();

  /** Whether the document takes part. */
  boolean takesPart(SplitDocument document);

  /** Writes the document's record; the first 8 bytes choose the partition. */
  void record(SplitDocument document, Split split, ByteBuffer record);

  /** Walks one partition's groups. Holds one record, whatever a group's size. */
  void decide(SortedRecords records, Verdicts verdicts) throws IOException;
}
