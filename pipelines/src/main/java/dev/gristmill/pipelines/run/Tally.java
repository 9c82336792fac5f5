// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named counts of one unit of work, and sums of such.
 *
 * <p>Counts are data, written beside the files they describe; engine metrics may count a retried
 * unit twice, these cannot. A name's parts are joined by {@code |}, for example {@code
 * drop|gopher-quality@datatrove|gopher_short_doc}. Not thread-safe.
 */
public final class Tally {

  private final TreeMap<String, Long> counts = new TreeMap<>();

  /** No counts. */
  public Tally() {}

  @JsonCreator
  Tally(Map<String, Long> counts) {
    this.counts.putAll(counts);
  }

  /** Adds {@code amount} to the count of that name. */
  public void add(long amount, String... name) {
    counts.merge(String.join("|", name), amount, Long::sum);
  }

  /** Adds every count of another tally. */
  public void add(Tally other) {
    other.counts.forEach((name, amount) -> counts.merge(name, amount, Long::sum));
  }

  /** The count of that name; 0 if it never was added to. */
  public long get(String... name) {
    return counts.getOrDefault(String.join("|", name), 0L);
  }

  /** The counts whose name begins with these parts, by the rest of the name, in order. */
  public Map<String, Long> under(String... name) {
    String prefix = String.join("|", name) + "|";
    Map<String, Long> rest = new TreeMap<>();
    counts
        .tailMap(prefix)
        .forEach(
            (key, amount) -> {
              if (key.startsWith(prefix)) {
                rest.put(key.substring(prefix.length()), amount);
              }
            });
    return rest;
  }

  /** All counts by name, in order. */
  @JsonValue
  public Map<String, Long> all() {
    return new TreeMap<>(counts);
  }
}
