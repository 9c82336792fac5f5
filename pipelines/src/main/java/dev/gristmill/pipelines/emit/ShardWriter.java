// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.emit;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.shard.ShardFormat;
import dev.gristmill.pipelines.shard.ShardFormats;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import dev.gristmill.tokenizer.pack.PackedRow;
import dev.gristmill.tokenizer.pack.Packer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one shard: its tokens in every format, the texts, the spans of the ledger.
 *
 * <p>Rows are packed and counted even if no format holds them: the ledger and the balance do.
 */
final class ShardWriter implements Closeable {

  private static final int ZSTD_LEVEL = 3;

  private final List<StagedFile> staged = new ArrayList<>();
  private final List<ShardFormat> formats = new ArrayList<>();
  private final TableWriter spans;
  private final OutputStream texts;
  private final Packer packer;
  private final Tally tally = new Tally();
  private boolean open;

  ShardWriter(Emit.Job job, int shard) throws IOException {
    RunDirectory directory = job.directory();
    try {
      for (String format : job.recipe().output().formats()) {
        List<OutputStream> files = new ArrayList<>();
        for (String extension : ShardFormats.extensions(format)) {
          String name = ShardFormats.fileName(shard, job.shards(), extension);
          files.add(stage(directory, "tokens/" + format + "/" + name));
        }
        formats.add(ShardFormats.open(format, files));
      }
      String name = ShardFormats.fileName(shard, job.shards(), "jsonl.zst");
      texts =
          job.recipe().output().text()
              ? new ZstdOutputStreamNoFinalizer(stage(directory, "text/" + name), ZSTD_LEVEL)
                  .setChecksum(true)
              : null;
      name = ShardFormats.fileName(shard, job.shards(), "parquet");
      spans = TableWriter.open(stage(directory, "ledger/spans-" + name), Ledger.SPANS);
    } catch (IOException e) {
      close();
      throw e;
    }
    Row span = new Row(Ledger.SPANS.size());
    packer =
        new Packer(
            job.recipe().pack().length(),
            job.endOfText(),
            this::row,
            (id, row, start, end, documentOffset) -> {
              span.set(0, id);
              span.set(1, (long) shard);
              span.set(2, row);
              span.set(3, (long) start);
              span.set(4, (long) end);
              span.set(5, documentOffset);
              try {
                spans.write(span);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private OutputStream stage(RunDirectory directory, String path) throws IOException {
    StagedFile file = directory.stage(path);
    staged.add(file);
    return file.stream();
  }

  private void row(PackedRow row) {
    try {
      for (ShardFormat format : formats) {
        format.row(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tally.add(1, "rows");
    tally.add(row.docIds().length, "spans");
    int last = row.docIds().length - 1;
    if (row.docIds()[last].isEmpty()) {
      tally.add(row.cuSeqlens()[last + 1] - row.cuSeqlens()[last], "padding");
    }
  }

  /** Ends the document before, if any, and begins this one. */
  void document(String id) throws IOException {
    endDocument();
    packer.startDocument(id);
    open = true;
    tally.add(1, "documents");
    Progress.documents(1, 0);
  }

  private void endDocument() throws IOException {
    if (open) {
      packer.endDocument();
      for (ShardFormat format : formats) {
        format.endDocument();
      }
    }
  }

  void tokens(int[] ids, int count) throws IOException {
    packer.append(ids, 0, count);
    for (ShardFormat format : formats) {
      format.tokens(ids, 0, count);
    }
    tally.add(count, "tokens");
  }

  void text(byte[] buffer, int offset, int length) throws IOException {
    texts.write(buffer, offset, length);
    tally.add(length, "text_bytes");
  }

  /** Pads the last row, closes everything, and gives the files their names. */
  List<FileRecord> commit() throws IOException {
    endDocument();
    packer.finish();
    for (ShardFormat format : formats) {
      format.close();
    }
    if (texts != null) {
      texts.close();
    }
    spans.close();
    List<FileRecord> files = new ArrayList<>();
    for (StagedFile file : staged) {
      files.add(file.commit());
    }
    return files;
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void close() throws IOException {
    for (StagedFile file : staged) {
      file.close();
    }
  }
}
