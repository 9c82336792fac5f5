// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.NearestName;
import dev.gristmill.filters.text.Words;
import java.util.List;

/** Finds a built-in heuristic by its {@code rule@source} name. */
public final class Dialects {
  private static final List<String> NAMES =
      List.of(GopherQuality.NAME, GopherRepetition.NAME, Neutral.NAME);

  private Dialects() {}

  /** All known names, in the order of a typical chain. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The heuristic of that name with its published limits, over {@link Words#DEFAULT}.
   *
   * @throws IllegalArgumentException if there is none; the message gives the nearest known name
   */
  public static Heuristic byName(String name) {
    return byName(name, Words.DEFAULT);
  }

  /**
   * The heuristic of that name with its published limits, over the given words.
   *
   * @throws IllegalArgumentException if there is none; the message gives the nearest known name
   */
  public static Heuristic byName(String name, Words words) {
    return switch (name) {
      case GopherQuality.NAME -> GopherQuality.defaults().heuristic(words);
      case GopherRepetition.NAME -> GopherRepetition.defaults().heuristic(words);
      case Neutral.NAME -> Neutral.defaults().heuristic();
      default ->
          throw new IllegalArgumentException(
              "unknown dialect \"" + name + "\"" + NearestName.hint(name, NAMES));
    };
  }
}
