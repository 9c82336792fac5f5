// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Reads comments, document types and the start of CDATA sections.
 *
 * <p>Source: HTML Standard, "Markup declaration open state" and the comment and DOCTYPE states.
 * Linear: searches that could go over the page again and again remember their results.
 */
final class MarkupDeclarations {
  private final String html;
  private final char[] chars;
  private final int end;
  private final Tokens sink;
  private final DoctypeScan doctypes;
  private boolean isCdata;

  /** The next {@code --!>} at or after the last comment; {@link #end} if there is none. */
  private int nextBang = -1;

  /** Likewise the next {@code -->}. */
  private int nextClose = -1;

  MarkupDeclarations(String html, char[] chars, Tokens sink) {
    this.html = html;
    this.chars = chars;
    this.end = html.length();
    this.sink = sink;
    doctypes = new DoctypeScan(chars, end, sink);
  }

  /** Whether the last {@link #read} found the start of a CDATA section in foreign content. */
  boolean isCdata() {
    return isCdata;
  }

  /** Reads from after {@code <!}; where the next token starts. */
  int read(int p) {
    isCdata = false;
    if (chars[p] == '-' && chars[p + 1] == '-') {
      return comment(p + 2);
    }
    if (html.regionMatches(true, p, "doctype", 0, 7)) {
      return doctypes.read(p + 7);
    }
    if (html.startsWith("[CDATA[", p) && sink.isForeign()) {
      isCdata = true;
      return p + 7;
    }
    return bogusComment(p);
  }

  /** Reads up to the next greater-than sign. */
  int bogusComment(int from) {
    int close = html.indexOf('>', from);
    sink.comment(from, close < 0 ? end : close);
    return close < 0 ? end : close + 1;
  }

  private int comment(int from) {
    if (chars[from] == '>') {
      sink.comment(from, from);
      return from + 1;
    }
    if (chars[from] == '-' && chars[from + 1] == '>') {
      sink.comment(from, from);
      return from + 2;
    }
    if (nextClose < from) {
      nextClose = html.indexOf("-->", from);
      nextClose = nextClose < 0 ? end : nextClose;
    }
    int close = nextClose;
    if (nextBang < from) {
      nextBang = html.indexOf("--!>", from);
      nextBang = nextBang < 0 ? end : nextBang;
    }
    if (nextBang < close) {
      sink.comment(from, nextBang);
      return nextBang + 4;
    }
    if (close < end) {
      sink.comment(from, close);
      return close + 3;
    }
    sink.comment(from, withoutDashes(from));
    return end;
  }

  /** The end of a comment that the page's end cuts: dashes that began to close it do not count. */
  private int withoutDashes(int from) {
    String tail = html.substring(Math.max(from, end - 3), end);
    for (String closing : new String[] {"--!", "--", "-"}) {
      if (tail.endsWith(closing)) {
        return end - closing.length();
      }
    }
    return end;
  }
}
