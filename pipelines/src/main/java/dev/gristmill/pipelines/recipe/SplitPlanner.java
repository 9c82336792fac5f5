// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.io.CodePages;
import dev.gristmill.pipelines.io.Compression;
import dev.gristmill.pipelines.io.Format;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.SourceTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * Plans the splits from the inputs alone: files in name order, cut at the recipe's split size where
 * the format can be entered in the middle; behind them loose source files, several to a split.
 */
final class SplitPlanner {

  private static final int HEAD_BYTES = 4096;

  private SplitPlanner() {}

  /**
   * The splits, in order.
   *
   * @throws RecipeException if an input matches nothing or cannot be read as any format
   * @throws IOException if a file system fails
   */
  static List<Split> plan(Recipe recipe) throws RecipeException, IOException {
    // Keyed by file and source: a file that two globs of one source match is read once.
    TreeMap<String, Split> files = new TreeMap<>();
    SourceFiles sources = new SourceFiles();
    List<String> problems = new ArrayList<>();
    for (Recipe.Input input : recipe.inputs()) {
      boolean isCode = input.format().equals("code");
      if (isCode && input.path().contains("://") && input.path().endsWith("/")) {
        // Object stores have no folders that could be matched.
        folder(input, input.path(), recipe.limits(), sources, problems);
        continue;
      }
      MatchResult match = match(input.path(), problems);
      for (MatchResult.Metadata file :
          match == null ? List.<MatchResult.Metadata>of() : match.metadata()) {
        if (file.resourceId().isDirectory() && isCode) {
          folder(input, file.resourceId().toString(), recipe.limits(), sources, problems);
          continue;
        }
        if (file.resourceId().isDirectory()) {
          problems.add(
              "input "
                  + input.path()
                  + " is a folder; give a glob such as "
                  + input.path().replaceAll("/$", "")
                  + "/*.warc.gz, or say format: code if it holds source code");
          continue;
        }
        String name = file.resourceId().toString();
        try {
          byte[] head = head(file);
          if (isCode && !CodePages.isArchive(head)) {
            String root = SourceTree.rootOf(input.path());
            root = name.startsWith(root) ? root : SourceTree.rootOf(name);
            String path = name.substring(root.length());
            sources.add(
                root,
                input.source(),
                new Split.Member(path, file.sizeBytes(), file.lastModifiedMillis()));
          } else {
            files.put(name + "\n" + input.source(), whole(input, file, name, head));
          }
        } catch (IllegalArgumentException e) {
          problems.add("input " + e.getMessage());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new RecipeException(problems);
    }
    List<Split> splits = new ArrayList<>();
    for (Split file : files.values()) {
      long step = file.to() == 0 ? Math.max(1, file.size()) : recipe.limits().splitBytes();
      for (long from = 0; from == 0 || from < file.size(); from += step) {
        splits.add(
            new Split(
                splits.size(),
                file.file(),
                file.source(),
                file.format(),
                file.size(),
                file.modified(),
                from,
                Math.min(file.size(), from + step)));
      }
    }
    splits.addAll(sources.splits(splits.size(), recipe.limits().splitBytes()));
    return splits;
  }

  private static void folder(
      Recipe.Input input,
      String path,
      Recipe.Limits limits,
      SourceFiles sources,
      List<String> problems)
      throws IOException {
    String root = path.endsWith("/") ? path : path + "/";
    try {
      List<Split.Member> files = SourceTree.files(root, limits.maxArchiveEntries());
      files.forEach(file -> sources.add(root, input.source(), file));
      if (files.isEmpty()) {
        problems.add("input " + input.path() + " is a folder without files");
      }
    } catch (IllegalArgumentException tooMany) {
      problems.add("input " + tooMany.getMessage());
    }
  }

  private static MatchResult match(String path, List<String> problems) throws IOException {
    MatchResult match;
    try {
      match = FileSystems.match(path, EmptyMatchTreatment.DISALLOW);
      match.metadata();
    } catch (FileNotFoundException e) {
      problems.add("input " + path + ": no such file");
      return null;
    } catch (IllegalArgumentException e) {
      problems.add("input " + path + ": " + e.getMessage());
      return null;
    }
    return match;
  }

  /**
   * The file as one split; {@code to} is 0 where it can only be read from its beginning.
   *
   * <p>An HTML file is one page and so one split, however small: a split of many files would be
   * cheaper to run, but each would then need its own place in the journal and in offsets. Pages by
   * the thousand belong into WARC, JSON lines or Parquet.
   */
  private static Split whole(
      Recipe.Input input, MatchResult.Metadata file, String name, byte[] head) {
    Format format =
        input.format().equals("auto")
            ? Format.detect(name, head)
            : Format.valueOf(input.format().toUpperCase(Locale.ROOT));
    Compression compression = Compression.detect(head);
    boolean cut =
        switch (format) {
          case WARC -> compression.isReadable();
          case JSONL, PARQUET -> compression == Compression.NONE;
          case HTML, CODE -> false;
        };
    return new Split(
        0,
        name,
        input.source(),
        format.name().toLowerCase(Locale.ROOT),
        file.sizeBytes(),
        file.lastModifiedMillis(),
        0,
        cut ? file.sizeBytes() : 0);
  }

  private static byte[] head(MatchResult.Metadata file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    try (ReadableByteChannel channel = FileSystems.open(file.resourceId())) {
      while (head.hasRemaining() && channel.read(head) >= 0) {}
    }
    return Arrays.copyOf(head.array(), head.position());
  }
}
