// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The known name that a mistyped one most probably meant, for error messages.
 *
 * <p>Distance: Levenshtein over UTF-16 units of the lower-cased names, of which the first 64 units
 * are looked at; ties go to the name that comes first in the collection.
 */
public final class NearestName {
  private static final int MAX_UNITS = 64;

  private NearestName() {}

  /** The nearest name, or empty when there are no names. Cost: 64 x 64 steps a name at most. */
  public static Optional<String> of(String name, Collection<String> known) {
    String wanted = fold(name);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(wanted, fold(candidate));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code "; did you mean X?"}, or "" when there are no names. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known).map(nearest -> "; did you mean \"" + nearest + "\"?").orElse("");
  }

  private static String fold(String name) {
    return name.substring(0, Math.min(name.length(), MAX_UNITS)).toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
