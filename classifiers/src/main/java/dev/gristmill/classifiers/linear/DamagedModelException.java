// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import java.io.IOException;

/** A file that is no model file, one of another version, or a damaged one. */
public final class DamagedModelException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public DamagedModelException(String message) {
    super(message);
  }
}
