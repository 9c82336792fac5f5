// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.shard.ShardFormat;
import dev.gristmill.pipelines.shard.ShardFormats;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The shards of one format, in a temporary folder until the last is written. */
final class WaitingShards implements Closeable {

  private final String format;
  private final List<String> extensions;
  private final Path folder;
  private ShardFormat open;
  private int count;

  /** Shards that wait in a folder; with null they are made and thrown away. */
  WaitingShards(String format, Path folder) {
    this.format = format;
    this.extensions = ShardFormats.extensions(format);
    this.folder = folder;
  }

  String format() {
    return format;
  }

  /** How many shards have begun. */
  int count() {
    return count;
  }

  /** The shard that {@link #next} began. */
  ShardFormat current() {
    return open;
  }

  /** Ends the shard before, if any, and begins one. */
  void next() throws IOException {
    close();
    List<OutputStream> files = new ArrayList<>();
    for (String extension : extensions) {
      files.add(
          folder == null
              ? OutputStream.nullOutputStream()
              : Files.newOutputStream(waiting(count, extension)));
    }
    open = ShardFormats.open(format, files);
    count++;
  }

  private Path waiting(int shard, String extension) {
    return folder.resolve(format + "-" + shard + "." + extension);
  }

  /** Makes all shards appear in the format's folder; those of an earlier packing go. */
  void appear(RunDirectory directory) throws IOException {
    String shards = "part-\\d{5,}-of-\\d{5,}\\.(" + String.join("|", extensions) + ")";
    Set<String> old = new TreeSet<>(directory.list(format + "/*").keySet());
    old.removeIf(path -> !path.substring(format.length() + 1).matches(shards));
    for (int shard = 0; shard < count; shard++) {
      for (String extension : extensions) {
        String path = format + "/" + ShardFormats.fileName(shard, count, extension);
        try (StagedFile file = directory.stage(path)) {
          Files.copy(waiting(shard, extension), file.stream());
          file.commit();
        }
        old.remove(path);
      }
    }
    directory.delete(old);
  }

  /** Ends the open shard, if any. */
  @Override
  public void close() throws IOException {
    if (open != null) {
      ShardFormat ended = open;
      open = null;
      ended.close();
    }
  }
}
