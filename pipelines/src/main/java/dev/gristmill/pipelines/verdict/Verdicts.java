// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verdict;

/** Where the verdicts of a decision go. */
public interface Verdicts {

  /**
   * Says something of the document at (split, row).
   *
   * @param kind code of a {@link dev.gristmill.pipelines.split.Decision.Kind}
   */
  void say(int split, int row, int kind, long value, long keeperHi, long keeperLo);
}
