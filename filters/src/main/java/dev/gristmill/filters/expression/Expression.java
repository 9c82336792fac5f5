// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.NearestName;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A threshold expression over signals and facts of a document, such as
 *
 * <pre>words &lt; 50 or (symbols &gt;= 0.2 and not source in ['code', 'maths'])</pre>
 *
 * <p>From loose to tight, as in Python: {@code or}, {@code and}, {@code not}; {@code < <= > >= ==
 * != in [..]} and {@code not in [..]}, which do not chain; {@code + -}; {@code * /}; unary {@code
 * -}. Literals are numbers and texts in single or double quotes, without escapes. A name is ASCII
 * letters, digits and {@code _}, with dots between them ({@code a-b} is a difference). The names in
 * {@link #TEXTS} are texts, which only {@code == != in} compare, exactly as written; all others are
 * numbers.
 *
 * <p>A number that was not measured is NaN, and so is a division by zero; every comparison with NaN
 * is false, also {@code !=} and {@code not in}. So {@code not x < 1} is true where x was not
 * measured, and {@code x >= 1} is false.
 *
 * <p>Immutable and thread-safe. An expression has at most {@link #MAX_CHARACTERS} UTF-16 units and
 * {@link #MAX_DEPTH} levels, which bounds its cost.
 */
public final class Expression implements Serializable {
  /** The longest expression, in UTF-16 units. */
  public static final int MAX_CHARACTERS = 4096;

  /** The deepest one; every operator but a row of {@code and} or {@code or} is a level. */
  public static final int MAX_DEPTH = 100;

  static final List<String> TEXTS = List.of("language", "script", "source", "host", "url");

  private static final long serialVersionUID = 1;

  private final String source;
  private final Condition condition;

  private Expression(String source, Condition condition) {
    this.source = source;
    this.condition = condition;
  }

  /** What an expression may ask of a document. */
  public interface Facts {
    /** The value of a signal; NaN if it was not measured. */
    double value(String name);

    /** The value of one of language, script, source, host and url; "" if unknown. */
    String text(String name);
  }

  /**
   * The expression of this source.
   *
   * @throws ExpressionException if it is none; names the column
   */
  public static Expression parse(String source) {
    if (source.length() > MAX_CHARACTERS) {
      throw new ExpressionException(
          MAX_CHARACTERS + 1, "longer than " + MAX_CHARACTERS + " characters");
    }
    return new Expression(source, Parser.parse(source));
  }

  /** The signals named, each once, in order of appearance. */
  public Set<String> numbers() {
    return named(false);
  }

  /** The texts named, each once, in order of appearance. */
  public Set<String> texts() {
    return named(true);
  }

  /**
   * Refuses signals that nobody measures.
   *
   * @throws ExpressionException at the first unknown name; gives the nearest known one
   */
  public void check(Set<String> knownSignals) {
    for (Node.Name name : names()) {
      if (!name.text() && !knownSignals.contains(name.name())) {
        List<String> known = new ArrayList<>(TEXTS);
        knownSignals.stream().sorted().forEach(known::add);
        throw new ExpressionException(
            name.column(),
            "unknown signal \"" + name.name() + "\"" + NearestName.hint(name.name(), known));
      }
    }
  }

  /** Whether it holds for a document. */
  public boolean test(Facts facts) {
    return condition.test(facts);
  }

  /**
   * The values of all names in order of appearance: {@code digits 0.41, language 'eng'}. Whole
   * numbers in full, others with six digits.
   */
  public String describe(Facts facts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node.Name name : names()) {
      values.putIfAbsent(
          name.name(),
          name.text() ? "'" + facts.text(name.name()) + "'" : Figures.of(facts.value(name.name())));
    }
    List<String> parts = new ArrayList<>();
    values.forEach((name, value) -> parts.add(name + " " + value));
    return String.join(", ", parts);
  }

  /**
   * The failure of a document for which it holds: the two sides of the first comparison of numbers
   * if that has to hold (alone or joined by {@code and}), the side without a signal being the
   * limit; else 1 and 0.
   */
  public Failure failure(String ruleId, Facts facts) {
    return comparison(condition)
        .map(c -> failure(ruleId, facts, c))
        .orElseGet(() -> new Failure(ruleId, 1, 0));
  }

  private static Failure failure(String ruleId, Facts facts, Condition.Comparison comparison) {
    List<Node.Name> left = new ArrayList<>();
    comparison.left().names(left::add);
    double a = comparison.left().value(facts);
    double b = comparison.right().value(facts);
    return left.isEmpty() ? new Failure(ruleId, b, a) : new Failure(ruleId, a, b);
  }

  private static Optional<Condition.Comparison> comparison(Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      return Optional.of(comparison);
    }
    return condition instanceof Condition.All all
        ? all.parts().stream().flatMap(part -> comparison(part).stream()).findFirst()
        : Optional.empty();
  }

  private Set<String> named(boolean text) {
    Set<String> named = new LinkedHashSet<>();
    names().stream().filter(name -> name.text() == text).forEach(name -> named.add(name.name()));
    return Collections.unmodifiableSet(named);
  }

  private List<Node.Name> names() {
    List<Node.Name> names = new ArrayList<>();
    condition.names(names::add);
    return names;
  }

  /** Two expressions are equal if their sources are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && expression.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The source. */
  @Override
  public String toString() {
    return source;
  }
}
