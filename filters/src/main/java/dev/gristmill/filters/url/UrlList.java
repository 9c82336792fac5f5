// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * A list of pages and folders of pages.
 *
 * <p>A line is an address, with or without {@code http(s)://}; scheme, leading {@code www.},
 * tracking parameters and closing slashes do not count ({@link PageUrl#dedupKey}). Without a query
 * it stands for the page and all below it: {@code a.org/x} for {@code a.org/x/y} and {@code
 * a.org/x?z=1}, not for {@code a.org/xy} nor for {@code b.a.org/x}. With a query it stands for that
 * page alone. {@code #} begins a comment. Lines that are no address are skipped and counted.
 *
 * <p>Immutable and thread-safe. Cost of a look-up: linear in the address.
 */
public final class UrlList implements Serializable {
  private static final String UT1_FILE = "urls";

  private final String name;
  private final AsciiSet keys;
  private final int skippedLines;

  private UrlList(Builder builder) {
    name = builder.name;
    keys = builder.keys.build();
    skippedLines = builder.skippedLines;
  }

  /** These lines as a list. */
  public static UrlList of(Collection<String> lines) {
    return of("", lines);
  }

  /** These lines as a list of this name. */
  public static UrlList of(String name, Collection<String> lines) {
    Builder builder = new Builder(name);
    for (String line : lines) {
      String entry = ListLines.entry(line);
      if (!entry.isEmpty()) {
        builder.add(entry);
      }
    }
    return builder.build();
  }

  /**
   * Reads a file, or the file {@code urls} of one category folder of UT1; the name of the file or
   * folder becomes the list's.
   *
   * @throws IOException if it cannot be read
   */
  public static UrlList load(Path path) throws IOException {
    Builder builder = new Builder(String.valueOf(path.getFileName()));
    ListLines.load(path, UT1_FILE, builder::add);
    return builder.build();
  }

  /**
   * Reads a stream to its end and leaves it open.
   *
   * @throws IOException if it cannot be read
   */
  public static UrlList load(InputStream in) throws IOException {
    Builder builder = new Builder("");
    ListLines.read(in, builder::add);
    return builder.build();
  }

  /**
   * Reads {@code CATEGORY/urls} of some categories; a category without that file is empty.
   *
   * @throws IllegalArgumentException if a category has no folder; the message names the nearest one
   * @throws IOException if a file cannot be read
   */
  public static UrlList load(Path folder, Collection<String> categories) throws IOException {
    Builder builder = new Builder("");
    ListLines.loadCategories(folder, categories, UT1_FILE, builder::add);
    return builder.build();
  }

  /** The list's name, its category; "" if it has none. */
  public String name() {
    return name;
  }

  /** The number of entries. */
  public int size() {
    return keys.size();
  }

  /** The number of lines that are no address. */
  public int skippedLines() {
    return skippedLines;
  }

  /** True if the page or a folder above it is listed. */
  public boolean contains(PageUrl url) {
    String key = url.dedupKey();
    int end = Math.min(key.length(), keys.maxLength());
    int hash = 0;
    boolean inPath = true;
    for (int i = 0; i < end; i++) {
      char c = key.charAt(i);
      boolean border = c == '/' || c == '?';
      if (inPath && border && keys.contains(key, 0, i, hash)) {
        return true;
      }
      inPath &= c != '?';
      hash = AsciiSet.extend(hash, c);
    }
    boolean border = end == key.length() || key.charAt(end) == '/' || key.charAt(end) == '?';
    return end > 0
        && (end == key.length() || (inPath && border))
        && keys.contains(key, 0, end, hash);
  }

  /** True if the page or a folder above it is listed; false for what is no address. */
  public boolean contains(String url) {
    return PageUrl.of(url).filter(this::contains).isPresent();
  }

  /** Collects lines; not thread-safe. */
  static final class Builder {
    private final String name;
    private final AsciiSet.Builder keys = new AsciiSet.Builder();
    private int skippedLines;

    Builder(String name) {
      this.name = name;
    }

    /** Adds a line without comment. */
    void add(String line) {
      Optional<PageUrl> url = PageUrl.of(line.contains("://") ? line : "http://" + line);
      String key = url.map(PageUrl::dedupKey).orElse("");
      if (key.isEmpty() || key.length() > AsciiSet.MAX_LENGTH) {
        skippedLines++;
      } else {
        keys.add(key);
      }
    }

    UrlList build() {
      return new UrlList(this);
    }
  }
}
