// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.ArrayList;
import java.util.List;

/** The first lines of a text, where headers stand. */
final class FirstLines {
  private FirstLines() {}

  /** At most so many lines, of at most so many UTF-16 units in all; ends are LF, CR LF or CR. */
  static List<String> of(String text, int maxLines, int maxChars) {
    List<String> lines = new ArrayList<>();
    int end = Math.min(text.length(), maxChars);
    int from = 0;
    for (int i = 0; i < end && lines.size() < maxLines; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(from, i));
        if (c == '\r' && i + 1 < end && text.charAt(i + 1) == '\n') {
          i++;
        }
        from = i + 1;
      }
    }
    if (lines.size() < maxLines && from < end) {
      lines.add(text.substring(from, end));
    }
    return lines;
  }
}
