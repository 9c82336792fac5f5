// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/** Reads a document type. Source: HTML Standard, "DOCTYPE state" to "Bogus DOCTYPE state". */
final class DoctypeScan {
  private final char[] chars;
  private final int end;
  private final Tokens sink;
  private int at;
  private boolean isForceQuirks;

  DoctypeScan(char[] chars, int end, Tokens sink) {
    this.chars = chars;
    this.end = end;
    this.sink = sink;
  }

  /** Reads from after {@code <!DOCTYPE}; where the next token starts. */
  int read(int from) {
    at = from;
    isForceQuirks = false;
    String publicId = null;
    String systemId = null;
    skipSpace();
    String name = name();
    skipSpace();
    if (name != null && !isOver()) {
      if (skipWord("public")) {
        skipSpace();
        publicId = identifier(true);
        skipSpace();
        if (publicId != null && !isForceQuirks) {
          systemId = identifier(false);
        }
      } else if (skipWord("system")) {
        skipSpace();
        systemId = identifier(true);
      } else {
        isForceQuirks = true;
      }
      while (at < end && chars[at] != '>') {
        at++;
        // Junk after a complete system identifier is an error that changes nothing.
      }
    }
    sink.doctype(name, publicId, systemId, isForceQuirks);
    return Math.min(end, at + 1);
  }

  /** At the end of the declaration or of the page; the latter forces quirks. */
  private boolean isOver() {
    if (at >= end) {
      isForceQuirks = true;
      return true;
    }
    return chars[at] == '>';
  }

  private String name() {
    if (isOver()) {
      isForceQuirks = true;
      return null;
    }
    int from = at;
    while (at < end && chars[at] != '>' && !TagScan.isSpace(chars[at])) {
      at++;
    }
    if (at >= end) {
      isForceQuirks = true;
    }
    return Decoding.lower(part(from, at));
  }

  /** A quoted string; null if there is none, which forces quirks where one is needed. */
  private String identifier(boolean isNeeded) {
    if (isOver()) {
      isForceQuirks |= isNeeded;
      return null;
    }
    char quote = chars[at];
    if (quote != '"' && quote != '\'') {
      isForceQuirks = true;
      return null;
    }
    int from = ++at;
    while (at < end && chars[at] != quote && chars[at] != '>') {
      at++;
    }
    String id = part(from, at);
    if (at >= end || chars[at] == '>') {
      isForceQuirks = true;
    } else {
      at++;
      skipSpace();
      isForceQuirks |= at >= end;
    }
    return id;
  }

  private String part(int from, int to) {
    return new String(chars, from, to - from).replace('\0', '\uFFFD');
  }

  private void skipSpace() {
    while (at < end && TagScan.isSpace(chars[at])) {
      at++;
    }
  }

  private boolean skipWord(String lower) {
    for (int k = 0; k < lower.length(); k++) {
      if (KnownNames.lower(chars[at + k]) != lower.charAt(k)) {
        return false;
      }
    }
    at += lower.length();
    return true;
  }
}
