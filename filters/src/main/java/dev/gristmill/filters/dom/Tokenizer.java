// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Cuts a page into tags and runs of characters.
 *
 * <p>Source: HTML Standard, section "Tokenization". Texts are decoded in place in {@link #chars};
 * attribute values stay as they are in the source. Differs: only the runs of characters, not single
 * ones, reach the sink, and parse errors are not told.
 *
 * <p>Cost: linear; every character is looked at a bounded number of times. Not thread-safe.
 */
final class Tokenizer {
  private final String html;
  private final int end;
  private final Tokens sink;
  private final TagScan tags;
  private final MarkupDeclarations declarations;
  private final RawText rawText;
  private final OwnNames names;

  /** The page without carriage returns, then NULs as a sentinel. */
  final char[] chars;

  /** Which characters end the text being read; set by the sink when it gets a start tag. */
  private Content content = Content.DATA;

  /** The element whose end tag ends that text. */
  private int contentName = Names.NONE;

  private int at;

  /** What the tokenizer is to make of the characters after a start tag. */
  enum Content {
    DATA,
    RCDATA,
    RAWTEXT,
    SCRIPT,
    PLAINTEXT,
    CDATA
  }

  /** Takes a page that {@link #normalized} has made. */
  Tokenizer(String html, Attributes attributes, OwnNames names, Tokens sink) {
    this.html = html;
    this.end = html.length();
    this.names = names;
    this.sink = sink;
    chars = new char[end + 16];
    html.getChars(0, end, chars, 0);
    tags = new TagScan(html, chars, attributes);
    declarations = new MarkupDeclarations(html, chars, sink);
    rawText = new RawText(html, chars);
  }

  /** The input stream of the standard: line ends are line feeds. */
  static String normalized(String html) {
    return html.indexOf('\r') < 0 ? html : html.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Reads what follows as the content of an element, up to its end tag. */
  void read(Content kind, int name) {
    content = kind;
    contentName = name;
  }

  void run(Budget budget) {
    while (at < end && !budget.isOver()) {
      if (content == Content.DATA) {
        data();
      } else {
        content();
      }
      budget.spend(names.probes);
      names.probes = 0;
    }
    sink.end();
  }

  private void content() {
    int from = at;
    Content kind = content;
    content = Content.DATA;
    if (kind == Content.CDATA) {
      cdata(from);
      return;
    }
    at =
        switch (kind) {
          case SCRIPT -> rawText.scriptEnd(from, contentName);
          case PLAINTEXT -> end;
          default -> rawText.end(from, contentName);
        };
    int to = at;
    Decoding.replaceNuls(chars, from, to);
    if (kind == Content.RCDATA) {
      to = Decoding.text(chars, from, to);
    }
    if (to > from) {
      sink.text(from, to, false);
    }
  }

  private void cdata(int from) {
    int close = html.indexOf("]]>", from);
    int to = close < 0 ? end : close;
    at = close < 0 ? end : close + 3;
    if (to > from) {
      sink.text(from, to, true);
    }
  }

  /** Reads a run of characters, if any, and the markup after it. */
  private void data() {
    int from = at;
    int p = from;
    boolean hasReference = false;
    boolean hasNul = false;
    while (true) {
      char c = chars[p];
      if (c > '<') {
        p++;
      } else if (c == '<') {
        if (isMarkup(p)) {
          break;
        }
        p++;
      } else if (c == '&') {
        hasReference = true;
        p++;
      } else if (c != 0) {
        p++;
      } else if (p < end) {
        hasNul = true;
        p++;
      } else {
        break;
      }
    }
    if (p > from) {
      sink.text(from, hasReference ? Decoding.text(chars, from, p) : p, hasNul);
    }
    at = p;
    if (p < end) {
      markup(p + 1);
    }
  }

  /** Whether the less-than sign at p is more than a character. */
  private boolean isMarkup(int p) {
    char next = chars[p + 1];
    if (isLetter(next) || next == '!' || next == '?') {
      return true;
    }
    return next == '/' && p + 2 < end;
  }

  private static boolean isLetter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /** At the character after a less-than sign. */
  private void markup(int p) {
    char c = chars[p];
    if (c == '!') {
      at = declarations.read(p + 1);
      if (declarations.isCdata()) {
        content = Content.CDATA;
      }
    } else if (c == '?') {
      at = declarations.bogusComment(p);
    } else if (c != '/') {
      startTag(p);
    } else if (isLetter(chars[p + 1])) {
      endTag(p + 1);
    } else if (chars[p + 1] == '>') {
      at = p + 2;
    } else {
      at = declarations.bogusComment(p + 1);
    }
  }

  private void startTag(int p) {
    int from = tags.attributesSize();
    int name = name(p);
    at = tags.attributes(tags.nameEnd());
    if (at >= 0) {
      sink.startTag(name, from, tags.attributesSize(), tags.isSelfClosing());
    } else {
      at = end;
    }
  }

  private void endTag(int p) {
    int from = tags.attributesSize();
    int name = name(p);
    at = tags.attributes(tags.nameEnd());
    tags.dropAttributes(from);
    if (at >= 0) {
      sink.endTag(name);
    } else {
      at = end;
    }
  }

  private int name(int p) {
    int hash = tags.name(p);
    int id = Names.table().id(chars, p, tags.nameEnd(), hash);
    return id > 0 ? id : names.intern(chars, p, tags.nameEnd(), hash);
  }
}
