// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.NearestName;
import dev.gristmill.filters.Rewrite;
import dev.gristmill.filters.text.Words;
import java.util.List;
import java.util.Optional;

/** Finds a built-in heuristic by its {@code rule@source} name. */
public final class Dialects {
  private static final List<String> NAMES =
      List.of(
          GopherQuality.NAME,
          GopherRepetition.NAME,
          C4Quality.NAME,
          C4Quality.NO_TERMINAL_NAME,
          FineWebQuality.NAME,
          Neutral.NAME);

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
      case C4Quality.NAME -> C4Quality.defaults().heuristic(words);
      case C4Quality.NO_TERMINAL_NAME -> C4Quality.noTerminal().heuristic(words);
      case FineWebQuality.NAME -> FineWebQuality.defaults().heuristic(words);
      case Neutral.NAME -> Neutral.defaults().heuristic();
      default -> throw unknown(name);
    };
  }

  /**
   * What the dialect of that name makes of a text, with its published limits; empty if it leaves
   * texts alone. The heuristic of the same name judges the text before the rewrite.
   *
   * @throws IllegalArgumentException if there is no such dialect; the message gives the nearest one
   */
  public static Optional<Rewrite> rewriter(String name) {
    if (!NAMES.contains(name)) {
      throw unknown(name);
    }
    return switch (name) {
      case C4Quality.NAME -> Optional.of(C4Quality.defaults());
      case C4Quality.NO_TERMINAL_NAME -> Optional.of(C4Quality.noTerminal());
      default -> Optional.empty();
    };
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "unknown dialect \"" + name + "\"" + NearestName.hint(name, NAMES));
  }
}
