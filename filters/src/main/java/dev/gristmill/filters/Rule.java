// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * One limit on one signal.
 *
 * <p>Comparisons are strict, as in datatrove: a value equal to the limit passes.
 *
 * @param id the stable drop reason, such as {@code gopher_short_doc}; unique in its heuristic
 * @param signal the signal that is compared
 * @param direction the side that fails
 * @param limit the limit; not NaN (an infinite limit never fails on its own side)
 */
public record Rule(String id, String signal, Direction direction, double limit)
    implements Serializable {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the id or the signal is blank, or the limit is NaN
   */
  public Rule {
    Objects.requireNonNull(direction, "direction");
    if (id.isBlank() || signal.isBlank()) {
      throw new IllegalArgumentException(
          "id and signal must not be blank, were \"" + id + "\" and \"" + signal + "\"");
    }
    if (Double.isNaN(limit)) {
      throw new IllegalArgumentException("limit of " + id + " must be a number, was NaN");
    }
  }

  /**
   * The failure, or empty when the value passes.
   *
   * @throws IllegalArgumentException if the value is NaN, which no comparison could fail
   */
  public Optional<Failure> check(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(signal + " must be a number, was NaN");
    }
    return direction.fails(value, limit)
        ? Optional.of(new Failure(id, value, limit))
        : Optional.empty();
  }

  /** The same rule with another limit. */
  public Rule withLimit(double newLimit) {
    return new Rule(id, signal, direction, newLimit);
  }
}
