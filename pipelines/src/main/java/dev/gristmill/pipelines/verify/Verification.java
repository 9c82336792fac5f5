// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.gristmill.pipelines.run.Balance;
import dev.gristmill.pipelines.run.Digests;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.shard.ParquetRows;
import dev.gristmill.pipelines.shard.ShardFormats;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that can be wrong with a finished run, found by reading all of it again: missing,
 * changed and stray files, the balance, each row's length, boundaries and ids, each document of a
 * stream, and in every format documents, tokens and rows against the counts.
 *
 * <p>Memory: one row group. Cost: one read of the run's outputs.
 */
public final class Verification {

  private static final int BUFFER_BYTES = 1 << 16;

  private final RunDirectory directory;
  private final Manifest manifest;
  private final List<String> problems = new ArrayList<>();

  /** What was counted in the shards, by format. */
  private final Tally shards = new Tally();

  private long texts;

  private Verification(RunDirectory directory, Manifest manifest) {
    this.directory = directory;
    this.manifest = manifest;
  }

  /**
   * Verifies a run.
   *
   * @throws IOException if the directory itself cannot be listed
   */
  public static Verification of(RunDirectory directory, Manifest manifest) throws IOException {
    Verification verification = new Verification(directory, manifest);
    verification.verify();
    return verification;
  }

  /** What is wrong, a sentence each; empty when nothing is. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Files checked. */
  public long files() {
    return manifest.files().size();
  }

  /** Packed rows read; 0 if no format holds rows. */
  public long rows() {
    return manifest.recipe().output().formats().stream()
        .filter(ShardFormats::holdsRows)
        .mapToLong(format -> shards.get(format, "rows"))
        .findFirst()
        .orElse(0);
  }

  /** Documents in the shards of the first format; without problems each has as many. */
  public long documents() {
    return shards.get(manifest.recipe().output().formats().get(0), "documents");
  }

  /** Tokens in the shards of the first format, padding apart. */
  public long tokens() {
    return shards.get(manifest.recipe().output().formats().get(0), "tokens");
  }

  private void verify() throws IOException {
    if (!Manifest.intact(directory)) {
      problems.add(Manifest.FILE + " is not as it was written");
    }
    problems.addAll(
        Balance.violations(
            manifest.stages(),
            manifest.measure(),
            manifest.finish(),
            manifest.mix(),
            manifest.emit(),
            manifest.recipe().pack().length()));
    TreeMap<String, Long> stray = new TreeMap<>();
    for (String folder : List.of("tokens/**", "text/*", "ledger/*", "bad/*")) {
      stray.putAll(directory.list(folder));
    }
    for (FileRecord file : manifest.files()) {
      stray.remove(file.path());
      if (sound(file)) {
        read(file.path());
      }
    }
    stray.keySet().forEach(path -> problems.add(path + " is not in the manifest"));
    for (String format : manifest.recipe().output().formats()) {
      for (String name :
          ShardFormats.holdsRows(format)
              ? List.of("documents", "tokens", "rows", "padding")
              : List.of("documents", "tokens")) {
        long found = shards.get(format, name);
        expect(name + " in tokens/" + format, found, manifest.emit().get(name));
      }
    }
    if (manifest.recipe().output().text()) {
      expect("documents in text", texts, manifest.emit().get("documents"));
    }
  }

  private void read(String path) {
    try {
      if (path.startsWith("tokens/parquet/")) {
        readRows(path);
      } else if (path.startsWith("tokens/megatron/") && path.endsWith(".idx")) {
        readDocuments(path);
      } else if (path.startsWith("text/")) {
        readTexts(path);
      } else if (path.startsWith("ledger/documents-")) {
        readTable(path, Ledger.DOCUMENTS);
      } else if (path.startsWith("ledger/spans-")) {
        readTable(path, Ledger.SPANS);
      }
    } catch (IOException e) {
      problems.add(path + ": " + e.getMessage());
    }
  }

  private boolean sound(FileRecord file) {
    MessageDigest digest = Digests.sha256();
    long bytes = 0;
    try (InputStream in = Channels.newInputStream(directory.open(file.path()))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        bytes += count;
      }
    } catch (IOException e) {
      problems.add(file.path() + " is missing or unreadable");
      return false;
    }
    if (bytes != file.bytes()) {
      problems.add(file.path() + " has " + bytes + " bytes, was written with " + file.bytes());
      return false;
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      problems.add(file.path() + " has another checksum than when it was written");
      return false;
    }
    return true;
  }

  private void readRows(String path) throws IOException {
    RowCheck check =
        new RowCheck(
            manifest.recipe().pack().length(), manifest.vocabularySize(), manifest.endOfText());
    try (TableReader table = TableReader.open(directory.open(path), ParquetRows.COLUMNS)) {
      long row = 0;
      for (Row cells = table.next(); cells != null; cells = table.next()) {
        String wrong = check.check(cells.ints(0), cells.ints(1), cells.texts(2));
        if (!wrong.isEmpty()) {
          problems.add(path + " row " + row + ": " + wrong);
        }
        shards.add(check.padding(), ShardFormats.PARQUET, "padding");
        shards.add(cells.ints(0).length - check.padding(), ShardFormats.PARQUET, "tokens");
        shards.add(check.begun(), ShardFormats.PARQUET, "documents");
        row++;
      }
      if (!check.unfinished().isEmpty()) {
        problems.add(path + " ends within document " + check.unfinished());
      }
      shards.add(row, ShardFormats.PARQUET, "rows");
    }
  }

  private void readDocuments(String index) throws IOException {
    String tokens = index.substring(0, index.length() - "idx".length()) + "bin";
    MegatronCheck check = new MegatronCheck(manifest.vocabularySize(), manifest.endOfText());
    try (SeekableByteChannel bin = directory.open(tokens);
        SeekableByteChannel idx = directory.open(index)) {
      check.check(bin, idx, wrong -> problems.add(index + ": " + wrong));
    }
    shards.add(check.documents(), ShardFormats.MEGATRON, "documents");
    shards.add(check.tokens(), ShardFormats.MEGATRON, "tokens");
  }

  private void readTexts(String path) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStreamNoFinalizer(Channels.newInputStream(directory.open(path))),
                StandardCharsets.UTF_8))) {
      long line = 1;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        Map<?, ?> fields = Json.LINE.readValue(text, Map.class);
        if (!(fields.get("id") instanceof String) || !(fields.get("text") instanceof String)) {
          problems.add(path + " line " + line + " has no id or text");
        }
        line++;
        texts++;
      }
    }
  }

  private void readTable(String path, List<Column> columns) throws IOException {
    try (TableReader table = TableReader.open(directory.open(path), columns)) {
      long read = 0;
      while (table.next() != null) {
        read++;
      }
      if (read != table.rowCount()) {
        problems.add(path + " has " + read + " rows, its footer says " + table.rowCount());
      }
    }
  }

  private void expect(String what, long found, long stated) {
    if (found != stated) {
      problems.add(what + ": found " + found + ", the manifest says " + stated);
    }
  }
}
