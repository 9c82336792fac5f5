// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.shard.ShardFormats;
import dev.gristmill.tokenizer.IntList;
import dev.gristmill.tokenizer.pack.PackedRow;
import dev.gristmill.tokenizer.pack.Packer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packs documents in the order given and writes them to {@code FORMAT/part-00000-of-0000N.EXT}: as
 * rows, or for a stream format as they are.
 *
 * <p>Row formats are cut into shards at whole rows, stream formats at whole documents, so two
 * formats need not have equally many shards. A file's name says how many there are, so shards wait
 * in a temporary folder until the last document. Memory: one row, one document and what a format
 * buffers. Disk: the output twice. Not thread-safe.
 */
public final class PackedShards implements Closeable {

  private final RunDirectory directory;
  private final List<WaitingShards> rowShards = new ArrayList<>();
  private final List<WaitingShards> streamShards = new ArrayList<>();
  private final List<WaitingShards> allShards = new ArrayList<>();
  private final long rowsPerShard;
  private final long shardTokens;
  private final Path waiting;
  private final Packer packer;
  private long streamTokens;
  private long rows;

  private PackedShards(
      RunDirectory directory, List<String> formats, int length, long shardTokens, int padding)
      throws IOException {
    this.directory = directory;
    this.rowsPerShard = Math.max(1, shardTokens / length);
    this.shardTokens = shardTokens;
    this.waiting = directory == null ? null : Files.createTempDirectory("gristmill-pack");
    for (String format : new TreeSet<>(formats)) {
      WaitingShards shards = new WaitingShards(format, waiting);
      (ShardFormats.holdsRows(format) ? rowShards : streamShards).add(shards);
      allShards.add(shards);
    }
    this.packer = new Packer(length, padding, this::row);
  }

  /**
   * Begins shards in a directory.
   *
   * @param formats of {@link ShardFormats#NAMES}
   * @param length tokens of a row
   * @param shardTokens about how many tokens a shard has: whole rows, at least one, or whole
   *     documents, the last of which reaches it
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
    if (!rowShards.isEmpty()) {
      try {
        packer.startDocument(id);
        packer.append(tokens.array(), 0, tokens.size());
        packer.endDocument();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    boolean full = streamTokens >= shardTokens;
    for (WaitingShards shards : streamShards) {
      if (full || shards.count() == 0) {
        shards.next();
      }
      shards.current().tokens(tokens.array(), 0, tokens.size());
      shards.current().endDocument();
    }
    streamTokens = (full ? 0 : streamTokens) + tokens.size();
  }

  private void row(PackedRow row) {
    try {
      for (WaitingShards shards : rowShards) {
        if (rows % rowsPerShard == 0) {
          shards.next();
        }
        shards.current().row(row);
      }
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Pads the last row and makes all shards appear; shards of an earlier packing go. Without
   * documents there is one empty shard.
   *
   * @return how many rows there are; 0 if no format holds rows
   * @throws IOException if they cannot be written
   */
  public long commit() throws IOException {
    try {
      packer.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (WaitingShards shards : allShards) {
      if (shards.count() == 0) {
        shards.next();
      }
      shards.close();
    }
    if (directory != null) {
      for (WaitingShards shards : allShards) {
        shards.appear(directory);
      }
    }
    return rows;
  }

  /** How many shards there are, in words, for people: "2 megatron and 3 parquet shards". */
  public String counted() {
    if (allShards.size() == 1) {
      return allShards.get(0).count() + " shards";
    }
    return allShards.stream()
            .map(shards -> shards.count() + " " + shards.format())
            .collect(Collectors.joining(" and "))
        + " shards";
  }

  /** Deletes the temporary files; without {@link #commit} no shard appears. */
  @Override
  public void close() throws IOException {
    for (WaitingShards shards : allShards) {
      shards.close();
    }
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
