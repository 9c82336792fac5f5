// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.shard.RowFormat;
import dev.gristmill.tokenizer.IntList;
import dev.gristmill.tokenizer.pack.PackedRow;
import dev.gristmill.tokenizer.pack.Packer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Packs documents in the order given and writes the rows to {@code FORMAT/part-00000-of-0000N.EXT}.
 *
 * <p>A file's name says how many there are, so shards wait in a temporary folder until the last
 * row. Memory: one row and what a format buffers. Disk: the output twice. Not thread-safe.
 */
public final class PackedShards implements Closeable {

  private static final String SHARD_NAME = "part-\\d{5,}-of-\\d{5,}\\.parquet";

  private final RunDirectory directory;
  private final List<String> formats;
  private final long rowsPerShard;
  private final Path waiting;
  private final Packer packer;
  private final List<RowFormat> open = new ArrayList<>();
  private int shards;
  private long rows;

  private PackedShards(
      RunDirectory directory, List<String> formats, int length, long shardTokens, int padding)
      throws IOException {
    this.directory = directory;
    this.formats = List.copyOf(new TreeSet<>(formats));
    this.rowsPerShard = Math.max(1, shardTokens / length);
    this.waiting = directory == null ? null : Files.createTempDirectory("gristmill-pack");
    this.packer = new Packer(length, padding, this::row);
  }

  /**
   * Begins shards in a directory.
   *
   * @param formats of {@link RowFormat#NAMES}
   * @param length tokens of a row
   * @param shardTokens about how many tokens a shard has: whole rows, at least one
   * @param padding id that fills the last row
   * @throws IOException if the directory cannot be written
   */
  public static PackedShards in(
      RunDirectory directory, List<String> formats, int length, long shardTokens, int padding)
      throws IOException {
    for (String format : formats) {
      // Better to learn now than after the last document that nothing can be written there.
      try {
        directory.stage(format + "/probe").close();
      } catch (IOException e) {
        throw new IOException("cannot write to " + directory.root() + ": " + e.getMessage());
      }
    }
    return new PackedShards(directory, formats, length, shardTokens, padding);
  }

  /** Begins shards that are made and thrown away, to be measured. */
  public static PackedShards nowhere(
      List<String> formats, int length, long shardTokens, int padding) throws IOException {
    return new PackedShards(null, formats, length, shardTokens, padding);
  }

  /**
   * Packs one document.
   *
   * @throws IOException if a shard cannot be written
   */
  public void document(String id, IntList tokens) throws IOException {
    try {
      packer.startDocument(id);
      packer.append(tokens.array(), 0, tokens.size());
      packer.endDocument();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void row(PackedRow row) {
    try {
      if (rows % rowsPerShard == 0) {
        nextShard();
      }
      for (RowFormat format : open) {
        format.write(row);
      }
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void nextShard() throws IOException {
    closeShard();
    for (String format : formats) {
      OutputStream out =
          waiting == null
              ? OutputStream.nullOutputStream()
              : Files.newOutputStream(waiting(format, shards));
      open.add(RowFormat.open(format, out));
    }
    shards++;
  }

  private void closeShard() throws IOException {
    for (RowFormat format : open) {
      format.close();
    }
    open.clear();
  }

  private Path waiting(String format, int shard) {
    return waiting.resolve(format + "-" + shard);
  }

  /**
   * Pads the last row and makes all shards appear; shards of an earlier packing go. Without rows
   * there is one empty shard.
   *
   * @return how many rows there are
   * @throws IOException if they cannot be written
   */
  public long commit() throws IOException {
    try {
      packer.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (shards == 0) {
      nextShard();
    }
    closeShard();
    if (directory != null) {
      for (String format : formats) {
        appear(format);
      }
    }
    return rows;
  }

  private void appear(String format) throws IOException {
    Set<String> old = new TreeSet<>(directory.list(format + "/*").keySet());
    old.removeIf(path -> !path.substring(format.length() + 1).matches(SHARD_NAME));
    for (int shard = 0; shard < shards; shard++) {
      String path = format + "/" + RowFormat.fileName(shard, shards, "parquet");
      try (StagedFile file = directory.stage(path)) {
        Files.copy(waiting(format, shard), file.stream());
        file.commit();
      }
      old.remove(path);
    }
    directory.delete(old);
  }

  /** How many shards there are. */
  public int count() {
    return shards;
  }

  /** Deletes the temporary files; without {@link #commit} no shard appears. */
  @Override
  public void close() throws IOException {
    closeShard();
    if (waiting == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(waiting)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
