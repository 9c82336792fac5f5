// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.verdict.Verdicts;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Identity: the same id with the same bytes again is the same record; the same id with other bytes
 * gets an ordinal by digest.
 *
 * <p>Record: id (16), content digest (16), split (4), row (4).
 */
final class SameRecord implements Grouping {

  private static final long serialVersionUID = 1L;

  @Override
  public int recordBytes() {
    return 40;
  }

  @Override
  public boolean takesPart(SplitDocument document) {
    return true;
  }

  @Override
  public void record(SplitDocument document, Split split, ByteBuffer record) {
    record.putLong(document.id().hi()).putLong(document.id().lo());
    record.putLong(document.content().hi()).putLong(document.content().lo());
    record.putInt(split.index()).putInt(document.row());
  }

  @Override
  public void decide(SortedRecords records, Verdicts verdicts) throws IOException {
    long[] last = new long[4];
    boolean any = false;
    long ordinal = 0;
    while (records.next()) {
      ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), recordBytes());
      long idHi = record.getLong();
      long idLo = record.getLong();
      long contentHi = record.getLong();
      long contentLo = record.getLong();
      int split = record.getInt();
      int row = record.getInt();
      boolean sameId = any && idHi == last[0] && idLo == last[1];
      boolean sameContent = sameId && contentHi == last[2] && contentLo == last[3];
      ordinal = sameContent ? ordinal : sameId ? ordinal + 1 : 0;
      if (sameContent) {
        verdicts.say(split, row, Decision.Kind.SAME_RECORD.code(), 1, idHi, idLo);
      } else if (ordinal > 0) {
        verdicts.say(split, row, Decision.Kind.ORDINAL.code(), ordinal, idHi, idLo);
      }
      last = new long[] {idHi, idLo, contentHi, contentLo};
      any = true;
    }
  }
}
