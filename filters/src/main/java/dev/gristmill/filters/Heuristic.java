// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A named filter: one measure and the rules over its signals, in the order of their source.
 *
 * <p>The first failure of {@link #failures} is the reason that a source which stops at the first
 * failing rule would give.
 *
 * @param measure gives the signals
 * @param rules in the source's order; ids are unique, signals are the measure's own
 */
public record Heuristic(Measure measure, List<Rule> rules) implements Serializable {
  /**
   * Checks that rules and measure belong together.
   *
   * @throws IllegalArgumentException if two rules share an id or a rule names an unknown signal
   */
  public Heuristic {
    rules = List.copyOf(rules);
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("rule ids must be unique, " + rule.id() + " is not");
      }
      if (!measure.signals().contains(rule.signal())) {
        throw new IllegalArgumentException(
            "rule " + rule.id() + " needs one of " + measure.signals() + ", was " + rule.signal());
      }
    }
  }

  /** The measure's name. */
  public String name() {
    return measure.name();
  }

  /**
   * All rules that the signals fail, in order; empty when the document is kept.
   *
   * @param signals gives the value of a signal by name, for example {@code row::value}
   */
  public List<Failure> failures(ToDoubleFunction<String> signals) {
    List<Failure> failures = new ArrayList<>();
    for (Rule rule : rules) {
      Optional<Failure> failure = rule.check(signals.applyAsDouble(rule.signal()));
      failure.ifPresent(failures::add);
    }
    return List.copyOf(failures);
  }

  /**
   * The same heuristic with another limit for one rule.
   *
   * @throws IllegalArgumentException if there is no such rule; the message names the nearest one
   */
  public Heuristic withLimit(String ruleId, double limit) {
    List<Rule> changed = new ArrayList<>(rules);
    changed.replaceAll(rule -> rule.id().equals(ruleId) ? rule.withLimit(limit) : rule);
    requireRule(ruleId);
    return new Heuristic(measure, changed);
  }

  /**
   * The same heuristic without one rule; its signals are still measured.
   *
   * @throws IllegalArgumentException if there is no such rule; the message names the nearest one
   */
  public Heuristic without(String ruleId) {
    requireRule(ruleId);
    return new Heuristic(
        measure, rules.stream().filter(rule -> !rule.id().equals(ruleId)).toList());
  }

  private void requireRule(String ruleId) {
    List<String> ids = rules.stream().map(Rule::id).toList();
    if (!ids.contains(ruleId)) {
      throw new IllegalArgumentException(
          "unknown rule \"" + ruleId + "\" in " + name() + NearestName.hint(ruleId, ids));
    }
  }
}
