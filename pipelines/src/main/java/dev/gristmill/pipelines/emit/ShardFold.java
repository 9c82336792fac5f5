// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.emit;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes one shard from its survivors in place order. Holds one row and one piece. */
final class ShardFold implements Fold {

  private static final long serialVersionUID = 1L;

  private final Emit.Job job;

  ShardFold(Emit.Job job) {
    this.job = job;
  }

  @Override
  public void fold(int shard, SortedRecords records, RecordSink out) throws IOException {
    String fingerprint = job.fingerprints().get(shard);
    if (fingerprint == null) {
      return;
    }
    try (ShardWriter writer = new ShardWriter(job, shard)) {
      int[] ids = new int[EmitRecord.PIECE_BYTES / 4];
      Digest128 open = null;
      long openPlace = 0;
      while (records.next()) {
        byte[] buffer = records.buffer();
        int offset = records.offset();
        int content = offset + EmitRecord.KEY_BYTES;
        int length = records.length() - EmitRecord.KEY_BYTES;
        Digest128 id = EmitRecord.id(buffer, offset);
        long place = EmitRecord.place(buffer, offset);
        // Two uses of one document may follow each other; their places differ.
        if (!id.equals(open) || place != openPlace) {
          writer.document(id.toString());
          open = id;
          openPlace = place;
        }
        if (EmitRecord.kind(buffer, offset) == EmitRecord.TOKENS) {
          ByteBuffer.wrap(buffer, content, length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asIntBuffer()
              .get(ids, 0, length / 4);
          writer.tokens(ids, length / 4);
        } else {
          writer.text(buffer, content, length);
        }
      }
      new Journal(job.directory(), Phase.EMIT)
          .commit(new Entry(Split.unit(shard), fingerprint, writer.commit(), "", writer.tally()));
    }
    Progress.unit();
  }
}
