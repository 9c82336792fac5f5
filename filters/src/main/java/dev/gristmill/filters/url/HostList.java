// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A list of hosts; each stands for itself and all hosts below it.
 *
 * <p>{@code bad.example} stands for {@code www.bad.example}, not for {@code notbad.example}; a
 * single label stands for a whole top-level domain; an IP address for itself alone. A line is one
 * host in any spelling that {@link PageUrl} accepts; {@code *.} and {@code .} before it change
 * nothing; {@code #} begins a comment. Lines that are no host are skipped and counted.
 *
 * <p>Immutable and thread-safe. Memory: about 30 bytes a host. Cost of a look-up: one hash for each
 * label.
 */
public final class HostList implements Serializable {
  private static final String UT1_FILE = "domains";

  /** The categories of the shipped lists. */
  static final List<String> CATEGORIES = List.of("adult", "gambling", "malware");

  private final String name;
  private final AsciiSet hosts;
  private final int skippedLines;

  private HostList(Builder builder) {
    name = builder.name;
    hosts = builder.hosts.build();
    skippedLines = builder.skippedLines;
  }

  /** These lines as a list. */
  public static HostList of(Collection<String> lines) {
    return of("", lines);
  }

  /** These lines as a list of this name. */
  public static HostList of(String name, Collection<String> lines) {
    Builder builder = new Builder(name);
    for (String line : lines) {
      String entry = ListLines.entry(line);
      if (!entry.isEmpty()) {
        builder.add(entry);
      }
    }
    return builder.build();
  }

  /** The lists that ship with the program, one a category; see {@code SOURCES.md} beside them. */
  public static List<HostList> defaults() {
    return CATEGORIES.stream().map(name -> of(name, ListLines.resource(resource(name)))).toList();
  }

  static String resource(String category) {
    return "hosts-" + category + ".txt";
  }

  /**
   * Reads a file, or the file {@code domains} of one category folder of UT1; the name of the file
   * or folder becomes the list's.
   *
   * @throws IOException if it cannot be read
   */
  public static HostList load(Path path) throws IOException {
    Builder builder = new Builder(String.valueOf(path.getFileName()));
    ListLines.load(path, UT1_FILE, builder::add);
    return builder.build();
  }

  /**
   * Reads a stream to its end and leaves it open.
   *
   * @throws IOException if it cannot be read
   */
  public static HostList load(InputStream in) throws IOException {
    Builder builder = new Builder("");
    ListLines.read(in, builder::add);
    return builder.build();
  }

  /**
   * Reads {@code CATEGORY/domains} of some categories, the layout of the UT1 lists (Université
   * Toulouse Capitole).
   *
   * @throws IllegalArgumentException if a category has no folder; the message names the nearest one
   * @throws IOException if a file cannot be read
   */
  public static HostList load(Path folder, Collection<String> categories) throws IOException {
    Builder builder = new Builder("");
    ListLines.loadCategories(folder, categories, UT1_FILE, builder::add);
    return builder.build();
  }

  /** The list's name, its category; "" if it has none. */
  public String name() {
    return name;
  }

  /** The number of hosts. */
  public int size() {
    return hosts.size();
  }

  /** The number of lines that are no host. */
  public int skippedLines() {
    return skippedLines;
  }

  /** True if the host of this address, or one above it, is listed. */
  public boolean contains(PageUrl url) {
    return matches(url.host());
  }

  /** True if this host, or one above it, is listed; false for what is no host. */
  public boolean contains(String host) {
    String canonical = HostName.canonical(host);
    return !canonical.isEmpty() && matches(canonical);
  }

  private boolean matches(String host) {
    if (hosts.contains(host)) {
      return true;
    }
    if (IpAddress.isCanonical(host)) {
      return false;
    }
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      if (hosts.contains(host.substring(dot + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Collects lines; not thread-safe. */
  static final class Builder {
    private final String name;
    private final AsciiSet.Builder hosts = new AsciiSet.Builder();
    private int skippedLines;

    Builder(String name) {
      this.name = name;
    }

    /** Adds a line without comment. */
    void add(String line) {
      String lower = line.toLowerCase(Locale.ROOT);
      int from = lower.startsWith("*.") ? 2 : lower.startsWith(".") ? 1 : 0;
      String host = HostName.canonical(lower.substring(from));
      if (host.isEmpty()) {
        skippedLines++;
      } else {
        hosts.add(host);
      }
    }

    HostList build() {
      return new HostList(this);
    }
  }
}
