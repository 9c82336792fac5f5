// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verdict;

import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.Shuffle;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.SplitTables;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the verdicts of the splits of one partition, a table per split in row order.
 *
 * <p>Record: split (4), row (4), kind (1), value (8), keeper (16). Splits without verdicts get an
 * empty table, so that a missing one is an error and never a silent "nothing was said".
 */
public final class DecisionFold implements Fold {

  private static final long serialVersionUID = 1L;

  static final int RECORD_BYTES = 33;

  private final RunDirectory directory;
  private final Journal journal;
  private final int splits;
  private final int partitions;
  private final String fingerprint;

  DecisionFold(
      RunDirectory directory, Journal journal, int splits, int partitions, String fingerprint) {
    this.directory = directory;
    this.journal = journal;
    this.splits = splits;
    this.partitions = partitions;
    this.fingerprint = fingerprint;
  }

  /** The shuffle that brings a job's verdicts home. */
  public static Shuffle shuffle(DecisionJob job, String fingerprint) {
    return Shuffle.of(
        Shuffle.Plan.last(job.homes(), RECORD_BYTES, job.recipe().limits().sortBytes()),
        new DecisionFold(
            job.directory(),
            new Journal(job.directory(), job.phase()),
            job.splits().size(),
            job.homes(),
            fingerprint));
  }

  /** Sends verdicts towards the partitions of their splits. */
  public static Verdicts verdicts(int homes, RecordSink out) {
    ByteBuffer verdict = ByteBuffer.allocate(RECORD_BYTES);
    return (split, row, kind, value, keeperHi, keeperLo) -> {
      verdict.clear();
      verdict.putInt(split).putInt(row).put((byte) kind);
      verdict.putLong(value).putLong(keeperHi).putLong(keeperLo);
      out.record(split % homes, verdict.array(), RECORD_BYTES);
    };
  }

  @Override
  public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
    String unit = "partition-" + Split.unit(partition);
    if (journal.done(unit, fingerprint).isPresent()) {
      // A run that was killed in the midst of this job had come so far.
      return;
    }
    List<FileRecord> files = new ArrayList<>();
    Tally tally = new Tally();
    boolean more = records.next();
    for (int split = partition; split < splits; split += partitions) {
      try (StagedFile file = directory.stage(journal.folder(Split.unit(split)) + ".parquet")) {
        TableWriter table = TableWriter.open(file.stream(), SplitTables.DECISION_COLUMNS);
        while (more && splitOf(records) == split) {
          write(records, table, tally);
          more = records.next();
        }
        table.close();
        files.add(file.commit());
      }
    }
    if (more) {
      throw new IllegalStateException("a verdict for split " + splitOf(records) + " came astray");
    }
    journal.commit(new Entry(unit, fingerprint, files, "", tally));
    Progress.unit();
  }

  private static int splitOf(SortedRecords records) {
    return ByteBuffer.wrap(records.buffer()).getInt(records.offset());
  }

  private static void write(SortedRecords records, TableWriter table, Tally tally)
      throws IOException {
    ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), RECORD_BYTES);
    record.getInt();
    Row row = new Row(SplitTables.DECISION_COLUMNS.size());
    row.set(0, (long) record.getInt());
    int kind = record.get();
    row.set(1, (long) kind);
    row.set(2, record.getLong());
    row.set(3, record.getLong());
    row.set(4, record.getLong());
    table.write(row);
    tally.add(1, "verdicts", Decision.Kind.of(kind).name());
  }
}
