// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gristmill.pipelines.model.Split;
import java.util.Collection;
import java.util.List;

/**
 * One split to be worked on, as it travels to a worker.
 *
 * @param split the split
 * @param fingerprint of the entry to commit; "" where the work commits none
 */
public record Work(Split split, String fingerprint) {

  /** The lines of splits whose work commits no entry of its own. */
  public static List<String> lines(Collection<Split> splits) {
    return splits.stream().map(split -> new Work(split, "").line()).toList();
  }

  /** One line of JSON: the form in which work crosses an engine's edge. */
  public String line() {
    try {
      return Json.LINE.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("work is plain data", e);
    }
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Work of(String line) {
    try {
      return Json.LINE.readValue(line, Work.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a line of work: " + line, e);
    }
  }
}
