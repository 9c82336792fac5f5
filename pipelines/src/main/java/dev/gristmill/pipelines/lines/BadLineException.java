// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

/** A line that is no document. The message says why, for a person. */
public final class BadLineException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A line with this flaw. */
  public BadLineException(String message) {
    super(message);
  }
}
