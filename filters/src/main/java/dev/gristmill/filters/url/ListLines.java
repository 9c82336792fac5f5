// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import dev.gristmill.filters.NearestName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The lines of list files: UTF-8 (broken octets become U+FFFD), comments from {@code #} at the
 * start of a line or after white space, blank lines left out.
 */
final class ListLines {
  private ListLines() {}

  static void read(InputStream in, Consumer<String> line) throws IOException {
    raw(
        in,
        text -> {
          String entry = entry(text);
          if (!entry.isEmpty()) {
            line.accept(entry);
          }
        });
  }

  /** Reads lines as they stand, blank lines and comments too; ends are LF, CR or both. */
  static void raw(InputStream in, Consumer<String> line) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line.accept(text);
    }
  }

  /** Reads a file, or the file of this name in a folder. */
  static void load(Path path, String nameInFolder, Consumer<String> line) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(nameInFolder) : path;
    try (InputStream in = Files.newInputStream(file)) {
      read(in, line);
    }
  }

  /** Reads the file of this name in some folders below a folder; absent files are empty. */
  static void loadCategories(
      Path folder, Collection<String> categories, String name, Consumer<String> line)
      throws IOException {
    for (String category : categories) {
      if (!Files.isDirectory(folder.resolve(category))) {
        throw new IllegalArgumentException(
            "no category \""
                + category
                + "\" in "
                + folder
                + NearestName.hint(category, loadFolderNames(folder)));
      }
      Path file = folder.resolve(category).resolve(name);
      if (Files.exists(file)) {
        load(file, name, line);
      }
    }
  }

  /** The lines of a resource beside this class. */
  static List<String> resource(String name) {
    List<String> lines = new ArrayList<>();
    rawResource(
        name,
        text -> {
          String entry = entry(text);
          if (!entry.isEmpty()) {
            lines.add(entry);
          }
        });
    return List.copyOf(lines);
  }

  /** The lines of a resource beside this class, as they stand. */
  static void rawResource(String name, Consumer<String> line) {
    try (InputStream in = ListLines.class.getResourceAsStream(name)) {
      raw(in, line);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The line without comment and outer white space; {@code a.org/#top} keeps its fragment. */
  static String entry(String line) {
    int end = line.length();
    for (int hash = line.indexOf('#'); hash >= 0; hash = line.indexOf('#', hash + 1)) {
      if (hash == 0 || Character.isWhitespace(line.charAt(hash - 1))) {
        end = hash;
        break;
      }
    }
    return line.substring(0, end).strip();
  }

  /** The names of the folders in a folder. */
  static List<String> loadFolderNames(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }
}
