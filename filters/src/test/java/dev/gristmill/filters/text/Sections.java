// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads test cases out of a file: {@code === name} starts a case, {@code --- part} a part of it;
 * what comes before the first case is a comment.
 */
public final class Sections {
  /**
   * One case.
   *
   * @param name what it is
   * @param parts text by name, without the last line break
   */
  public record Case(String name, Map<String, String> parts) {
    /** A part that must be there. */
    public String part(String part) {
      return Objects.requireNonNull(parts.get(part), () -> name + " has no " + part);
    }
  }

  private Sections() {}

  /** The cases of a file beside a test class. */
  public static List<Case> of(Class<?> test, String file) {
    List<Case> cases = new ArrayList<>();
    String part = "";
    for (String line : text(test, file).split("\n", -1)) {
      if (line.startsWith("=== ")) {
        cases.add(new Case(line.substring(4), new HashMap<>()));
        part = "";
      } else if (line.matches("--- (html|text|markdown)")) {
        part = line.substring(4);
        cases.get(cases.size() - 1).parts().put(part, "");
      } else if (!part.isEmpty()) {
        cases.get(cases.size() - 1).parts().merge(part, line + "\n", String::concat);
      }
    }
    for (Case done : cases) {
      done.parts().replaceAll((name, text) -> withoutLastBreak(text));
    }
    // The file itself ends with a line break.
    Case last = cases.get(cases.size() - 1);
    last.parts().computeIfPresent(part, (name, text) -> withoutLastBreak(text));
    return cases;
  }

  private static String withoutLastBreak(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static String text(Class<?> test, String file) {
    try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
