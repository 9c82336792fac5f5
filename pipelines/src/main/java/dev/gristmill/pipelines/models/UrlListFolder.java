// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.filters.url.DatatroveUrlFilter;
import dev.gristmill.filters.url.ListFolder;
import dev.gristmill.filters.url.UrlFilter;
import dev.gristmill.filters.url.UrlFilterLists;
import dev.gristmill.filters.url.UrlFilterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * URL filters over a folder of lists, as the command line takes them: what {@link ListFolder}
 * knows, and {@code .json} files in the folder that hold arguments of datatrove's URLFilter ({@code
 * extra_domains}, {@code extra_urls}, {@code banned_words}, {@code soft_banned_words}, {@code
 * banned_subwords}, {@code soft_word_threshold}).
 */
public final class UrlListFolder {

  private static final String THRESHOLD = "soft_word_threshold";

  private static final Map<String, ListFolder.Kind> ARGUMENTS =
      new TreeMap<>(
          Map.of(
              "extra_domains", ListFolder.Kind.HOSTS,
              "extra_urls", ListFolder.Kind.URLS,
              "banned_words", ListFolder.Kind.HARD_WORDS,
              "soft_banned_words", ListFolder.Kind.SOFT_WORDS,
              "banned_subwords", ListFolder.Kind.SUBSTRINGS));

  private final ListFolder.Sink sink;
  private final Set<ListFolder.Kind> kinds = EnumSet.noneOf(ListFolder.Kind.class);
  private int softWordThreshold = 2;

  private UrlListFolder(ListFolder.Sink sink) {
    this.sink = sink;
  }

  /**
   * Our filter over the shipped lists and those of a folder; the folder's threshold of soft words
   * counts.
   *
   * @param categories the folders below it to read; empty: all
   * @throws IllegalArgumentException if a category has no folder
   * @throws IOException if the folder holds no list, or one cannot be read
   */
  public static UrlFilter filter(Path folder, List<String> categories, UrlFilterOptions options)
      throws IOException {
    UrlFilterLists lists = UrlFilterLists.shipped();
    UrlListFolder read = new UrlListFolder(lists).read(folder, categories);
    return lists.filter(options.withMaxSoftWords(Math.max(0, read.softWordThreshold - 1)));
  }

  /**
   * datatrove's filter over the lists of a folder, with the words of datatrove's package where the
   * folder has none.
   *
   * @param categories the folders below it to read; empty: all
   * @throws IllegalArgumentException if a category has no folder
   * @throws IOException if the folder holds no list, or one cannot be read
   */
  public static DatatroveUrlFilter datatrove(Path folder, List<String> categories)
      throws IOException {
    DatatroveUrlFilter.Builder builder = new DatatroveUrlFilter.Builder();
    UrlListFolder read = new UrlListFolder(builder).read(folder, categories);
    if (!read.hasWords()) {
      builder.withShippedWords();
    }
    return builder.withSoftWordThreshold(read.softWordThreshold).build();
  }

  private boolean hasWords() {
    return kinds.contains(ListFolder.Kind.HARD_WORDS)
        || kinds.contains(ListFolder.Kind.SOFT_WORDS)
        || kinds.contains(ListFolder.Kind.SUBSTRINGS);
  }

  private UrlListFolder read(Path folder, List<String> categories) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder + " is no folder");
    }
    kinds.addAll(ListFolder.load(folder, categories, sink));
    for (Path file : categories.isEmpty() ? jsonFiles(folder) : List.<Path>of()) {
      readJson(file);
    }
    if (kinds.isEmpty()) {
      throw new NoSuchFileException(
          folder + " holds no list: no file called domains or urls, no words, no archive");
    }
    return this;
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void readJson(Path file) throws IOException {
    JsonNode arguments;
    try {
      arguments = new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException malformed) {
      throw new IOException(file + ": not JSON: " + malformed.getOriginalMessage(), malformed);
    }
    String name = String.valueOf(file.getFileName()).replaceAll("\\.json$", "");
    for (Map.Entry<String, ListFolder.Kind> argument : ARGUMENTS.entrySet()) {
      JsonNode lines = arguments.path(argument.getKey());
      if (lines.isArray()) {
        kinds.add(argument.getValue());
        lines.forEach(line -> sink.line(argument.getValue(), name, line.asText()));
      }
    }
    softWordThreshold = arguments.path(THRESHOLD).asInt(softWordThreshold);
  }
}
