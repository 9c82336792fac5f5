// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.io.WellFormedText;
import java.io.PrintWriter;
import java.util.Locale;

/** Counts what a command read, and tells what it could not read: one line each. */
public final class ReadReport {

  private static final int MAX_MESSAGE_UNITS = 500;

  private final PrintWriter err;
  private long documents;
  private long skipped;
  private long bad;

  /** A report that prints to {@code err}. */
  public ReadReport(PrintWriter err) {
    this.err = err;
  }

  /** Counts a document. */
  public void document() {
    documents++;
  }

  /** Counts a record that is whole but no document. */
  public void skipped() {
    skipped++;
  }

  /**
   * Counts and tells something that could not be read.
   *
   * @param place file and line, or file and offset
   */
  public void bad(String place, String reason) {
    bad++;
    err.println(printable(place + ": " + reason));
  }

  /** Documents so far. */
  public long documents() {
    return documents;
  }

  /** 1 if there was something and none of it could be read, else 0. */
  public int exitCode() {
    return documents == 0 && bad > 0 ? 1 : 0;
  }

  /** Says what was read, if that was not simply everything. */
  public void finish() {
    if (bad > 0 || skipped > 0) {
      err.println(
          String.format(
              Locale.ROOT, "%,d documents, %,d skipped, %,d bad", documents, skipped, bad));
    }
    err.flush();
  }

  /** Input must not reach a terminal as control sequences or further lines. */
  private static String printable(String message) {
    StringBuilder safe = new StringBuilder(WellFormedText.of(message));
    for (int i = 0; i < safe.length(); i++) {
      int type = Character.getType(safe.charAt(i));
      if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        safe.setCharAt(i, ' ');
      }
    }
    return safe.length() <= MAX_MESSAGE_UNITS
        ? safe.toString()
        : WellFormedText.of(safe.substring(0, MAX_MESSAGE_UNITS)) + "...";
  }
}
