// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import java.util.List;

/** A recipe that cannot be run; each problem is one line that names file, line, key and range. */
public final class RecipeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** All problems found, in the order of the file. */
  public RecipeException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One problem. */
  public RecipeException(String problem) {
    this(List.of(problem));
  }

  /** The problems, one line each. */
  public List<String> problems() {
    return problems;
  }
}
