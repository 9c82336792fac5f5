// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/** How blocks of a page are written. */
interface BlockForm {
  /** What stands between two blocks that are written one after the other. */
  String separator(int a, int b);

  /**
   * Appends block {@code b}, perhaps with some that follow; nothing if it has no text.
   *
   * @return the last block that was dealt with
   */
  int write(StringBuilder out, int b);

  /** What an image or a rule between blocks is written as; "" if it is not. */
  String point(int mark);
}
