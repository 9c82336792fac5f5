// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of entries. They are data: no file is ever opened or made under them.
 *
 * <p>Differs from unpacking tools, which cut {@code ../} off: an archive with such a name was made
 * to do harm or by mistake, and either is worth a row among the bad units.
 */
final class ArchiveNames {

  /** UTF-16 units of the longest path that is taken, as Linux has it (PATH_MAX). */
  static final int MAX_CHARS = 4096;

  private ArchiveNames() {}

  /** The characters of a stored name: UTF-8 if it is well-formed, else ISO 8859-1. */
  static String of(byte[] bytes, int from, int to) {
    return WellFormedText.decode(bytes, from, to)
        .orElseGet(() -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /**
   * The path inside the archive, relative, with {@code /} between folders and without {@code .};
   * empty if the name is absolute, leads out of the archive, holds NUL, is too long, or is none.
   */
  static Optional<String> path(String name) {
    if (name.length() > MAX_CHARS || name.indexOf('\0') >= 0 || isAbsolute(name)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (String part : name.split("/", -1)) {
      if (leadsOut(part)) {
        return Optional.empty();
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String path = WellFormedText.of(String.join("/", parts));
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  private static boolean isAbsolute(String name) {
    boolean hasDrive =
        name.length() > 2
            && name.charAt(1) == ':'
            && Character.isLetter(name.charAt(0))
            && (name.charAt(2) == '/' || name.charAt(2) == '\\');
    return hasDrive || name.startsWith("/") || name.startsWith("\\");
  }

  private static boolean leadsOut(String part) {
    // Windows would take the backslash for a separator.
    return part.equals("..")
        || part.startsWith("..\\")
        || part.endsWith("\\..")
        || part.contains("\\..\\");
  }
}
