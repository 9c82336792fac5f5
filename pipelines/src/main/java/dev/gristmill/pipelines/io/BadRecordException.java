// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

/** One record or line cannot be read; carries the reason id of its {@link BadUnit}. */
final class BadRecordException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  BadRecordException(String reason, String message) {
    // Stack traces of expected faults would cost more than the parsing.
    super(message, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
