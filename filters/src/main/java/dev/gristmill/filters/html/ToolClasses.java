// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;

/**
 * Reads off the class of an element what the tools that set formulae and code, or a wiki or a
 * documentation generator, made it for.
 *
 * <p>Source: the markup that KaTeX, MathJax 2 to 4, MediaWiki, LaTeXML, Sphinx, Pygments, Rouge,
 * Chroma, highlight.js, Prism, SyntaxHighlighter, Crayon, CodeMirror, Ace and Monaco write. Whole
 * words of the class count, in any ASCII case.
 *
 * <p>Cost: a hash of the class, and of each word the first time. Not thread-safe.
 */
final class ToolClasses {
  /** One formula with its source somewhere inside or beside it. */
  static final int FORMULA = 1;

  /** A formula on a line of its own. */
  static final int DISPLAY = 2;

  /** Stands in for a formula until it is drawn. */
  static final int PREVIEW = 4;

  /** Holds mathematics, not always one formula. */
  static final int MATHS = 8;

  /** Line numbers of code. */
  static final int NUMBERS = 16;

  /** Code whose lines are elements, though there is no pre. */
  static final int CODE = 32;

  /** Buttons and measures of a code viewer. */
  static final int TOOLS = 64;

  /** Buttons if the parent is a code viewer. */
  static final int BAR = 128;

  /** A link to the heading it stands in. */
  static final int ANCHOR = 256;

  /** A link to edit the section, or from a note back to the text. */
  static final int EDIT = 512;

  /** A mark that refers to a note. */
  static final int NOTE = 1024;

  /** A table that only places a formula and its number. */
  static final int EQUATION = 2048;

  /** Around code and its buttons. */
  static final int VIEWER = 4096;

  private static final HashedInts WORDS = new HashedInts(0);

  static {
    add(
        FORMULA,
        "katex katex-display mwe-math-element mathjax mathjax_display mathjax_chtml mathjax_svg"
            + " mathjax_svg_display mathjax_chtml_display mjx-chtml mjxc-display ql-formula"
            + " ztext-math");
    add(
        DISPLAY,
        "katex-display mathjax_display mathjax_svg_display mathjax_chtml_display mjxc-display"
            + " mwe-math-element-block");
    add(PREVIEW, "mathjax_preview");
    add(MATHS, "math tex latex formula equation displaymath inlinemath mathjax ql-formula");
    add(
        NUMBERS,
        "linenos lineno linenodiv linenumber linenumbers line-number line-numbers line_numbers"
            + " line-numbers-rows gutter ln lnt gl rouge-gutter hljs-ln-numbers hljs-ln-n blob-num"
            + " react-syntax-highlighter-line-number react-line-number codemirror-linenumber"
            + " codemirror-gutter-wrapper codemirror-gutters cm-gutters ace_gutter ace_gutter-cell"
            + " margin-view-overlays crayon-nums crayon-num code-line-number hl-line-number");
    add(
        CODE,
        "syntaxhighlighter dp-highlighter hljs-ln js-file-line-container react-code-lines"
            + " codemirror-code ace_text-layer ace_static_highlight view-lines"
            + " crayon-pre");
    add(
        TOOLS,
        "copy-btn copybtn btn-copy copy-button copy-code-button code-copy-button btn-clipboard"
            + " zeroclipboard-container hljs-copy-button crayon-toolbar crayon-info"
            + " codemirror-measure codemirror-cursors");
    add(BAR, "toolbar bar tools copy copied copy-code code-copy lang code-lang");
    add(VIEWER, "syntaxhighlighter dp-highlighter code-toolbar highlight codehilite code-block");
    add(
        ANCHOR,
        "headerlink header-anchor header-link heading-anchor heading-link hash-link anchor"
            + " anchor-link anchorjs-link permalink direct-link deep-link link-anchor mark-link");
    add(
        EDIT,
        "mw-editsection editsection mw-cite-backlink footnote-back footnote-backref reversefootnote"
            + " data-footnote-backref fn-backref");
    add(NOTE, "reference footnote-ref footnote-reference footnote-anchor noteref noprint fnref");
    add(EQUATION, "ltx_eqn_table");
  }

  private final Dom dom;
  private final HashedInts seen;

  ToolClasses(Dom dom) {
    this.dom = dom;
    seen = new HashedInts(dom.size());
  }

  private static void add(int bit, String words) {
    for (String word : words.split(" ", -1)) {
      long hash = HashedInts.hash(word);
      WORDS.set(hash, WORDS.get(hash) | bit);
    }
  }

  /** The bits of an element, 0 for most. */
  int of(int element) {
    long range = dom.attributeRange(element, AttributeNames.CLASS);
    if (range < 0) {
      return 0;
    }
    int start = (int) (range >>> 32);
    int end = (int) range;
    long hash = HashedInts.hash(dom.chars(), start, end);
    int known = seen.get(hash);
    if (known == 0) {
      known = 1 + read(dom.chars(), start, end);
      seen.set(hash, known);
    }
    return known - 1;
  }

  private static int read(char[] chars, int start, int end) {
    int bits = 0;
    int at = start;
    while (at < end) {
      long hash = HashedInts.EMPTY;
      int from = at;
      while (at < end && chars[at] > ' ') {
        char c = chars[at++];
        hash = HashedInts.add(hash, c >= 'A' && c <= 'Z' ? (char) (c | 32) : c);
      }
      bits |= at > from ? WORDS.get(hash) : 0;
      at++;
    }
    return bits;
  }
}
