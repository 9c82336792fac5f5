// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import dev.gristmill.filters.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of lists, known by the names of its files.
 *
 * <ul>
 *   <li>UT1's layout: {@code CATEGORY/domains} and {@code CATEGORY/urls}, up to two levels below
 *       the folder, or {@code domains} and {@code urls} in the folder itself. Links to folders are
 *       not followed: UT1 has categories of two names.
 *   <li>datatrove's assets: {@code banned_words.txt}, {@code soft_banned_words.txt}, {@code
 *       banned_subwords.txt}, and an archive of {@code domains} and {@code urls}. So for {@code
 *       banned_domains.txt} and {@code banned_urls.txt}.
 *   <li>ours: {@code hard-words.txt}, {@code soft-words.txt}, {@code substrings.txt}.
 *   <li>any {@code .tar.gz} in the folder, of members in UT1's layout.
 * </ul>
 */
public final class ListFolder {
  private static final int MAX_DEPTH = 3;
  private static final String ARCHIVE = ".tar.gz";

  private static final Map<String, Kind> KINDS =
      Map.of(
          "domains", Kind.HOSTS,
          "banned_domains.txt", Kind.HOSTS,
          "urls", Kind.URLS,
          "banned_urls.txt", Kind.URLS,
          "banned_words.txt", Kind.HARD_WORDS,
          "hard-words.txt", Kind.HARD_WORDS,
          "soft_banned_words.txt", Kind.SOFT_WORDS,
          "soft-words.txt", Kind.SOFT_WORDS,
          "banned_subwords.txt", Kind.SUBSTRINGS,
          "substrings.txt", Kind.SUBSTRINGS);

  private ListFolder() {}

  /** What a list lists. */
  public enum Kind {
    /** Hosts. */
    HOSTS,
    /** Pages, and folders of pages. */
    URLS,
    /** Words one of which suffices. */
    HARD_WORDS,
    /** Words of which it takes several. */
    SOFT_WORDS,
    /** Letters that suffice inside a word. */
    SUBSTRINGS
  }

  /** Takes the lines of lists. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one line.
     *
     * @param list the list's name: its category
     * @param line as it stands, without its end
     */
    void line(Kind kind, String list, String line);
  }

  /** The kind of list that a file of this name is. */
  static Optional<Kind> kind(String fileName) {
    return Optional.ofNullable(KINDS.get(fileName));
  }

  /**
   * Reads all lists of a folder, in order of their paths.
   *
   * @param categories the folders below it to read; empty: all
   * @return the kinds of list that there are
   * @throws IllegalArgumentException if a category has no folder; the message names the nearest one
   * @throws IOException if a list cannot be read
   */
  public static Set<Kind> load(Path folder, Collection<String> categories, Sink sink)
      throws IOException {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Path root = folder.toRealPath();
    if (categories.isEmpty()) {
      loadAll(root, sink, kinds);
    }
    for (String category : categories) {
      Path below = root.resolve(category);
      if (!Files.isDirectory(below)) {
        throw new IllegalArgumentException(
            "no category \""
                + category
                + "\" in "
                + folder
                + NearestName.hint(category, ListLines.loadFolderNames(root)));
      }
      for (Path file : loadNames(below.toRealPath(), 1)) {
        loadFile(file, category, sink, kinds);
      }
    }
    return kinds;
  }

  private static void loadAll(Path root, Sink sink, Set<Kind> kinds) throws IOException {
    for (Path file : loadNames(root, MAX_DEPTH)) {
      String name = name(file);
      if (!name.endsWith(ARCHIVE)) {
        boolean plain = name.equals("domains") || name.equals("urls");
        loadFile(file, plain ? name(file.getParent()) : bare(name), sink, kinds);
      } else if (root.equals(file.getParent())) {
        try (InputStream in = Files.newInputStream(file)) {
          String own = name.substring(0, name.length() - ARCHIVE.length());
          kinds.addAll(ListArchive.read(in, own, sink));
        }
      }
    }
  }

  private static void loadFile(Path file, String list, Sink sink, Set<Kind> kinds)
      throws IOException {
    Optional<Kind> kind = kind(name(file));
    if (kind.isPresent()) {
      kinds.add(kind.get());
      try (InputStream in = Files.newInputStream(file)) {
        ListLines.raw(in, line -> sink.line(kind.get(), list, line));
      }
    }
  }

  private static List<Path> loadNames(Path root, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(root, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String bare(String fileName) {
    int dot = fileName.indexOf('.');
    return (dot < 0 ? fileName : fileName.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
