// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;

/**
 * Markdown: headings, lists with their numbers and nesting, quotations, fenced code with its
 * language, pipe tables, emphasis, links and formulae between dollars.
 *
 * <p>Source: CommonMark 0.31; tables of GitHub Flavored Markdown; definition lists of PHP Markdown
 * Extra; {@code $} and {@code $$} as pandoc's {@code tex_math_dollars}. Cost: linear in the
 * characters times the nesting of lists and quotations, which is written to eight levels.
 */
final class MarkdownForm implements BlockForm {
  private final Page page;
  private final Dom dom;
  private final Marks marks;
  private final boolean hasAlt;
  private final MarkdownNesting nesting;
  private final MarkdownInline inline;
  private final MarkdownTable tables;

  /** The last block that was written. */
  private int written = -1;

  /**
   * For one page.
   *
   * @param keep per block whether it is written
   * @param hasAlt whether images are written
   */
  MarkdownForm(Page page, Dom dom, Marks marks, boolean[] keep, boolean hasAlt) {
    this.page = page;
    this.dom = dom;
    this.marks = marks;
    this.hasAlt = hasAlt;
    nesting = new MarkdownNesting(page, dom);
    inline = new MarkdownInline(page, dom, marks, this);
    tables = new MarkdownTable(page, dom, inline, keep);
  }

  @Override
  public String separator(int a, int b) {
    return nesting.separator(a, b);
  }

  @Override
  public int write(StringBuilder out, int b) {
    int table = tables.around(b);
    if (table >= 0) {
      nesting.indent(out, tables.text(table), b, written);
      written = page.blockEnd(table) - 1;
      return written;
    }
    String text;
    if (page.tag(page.element(b)) == Tag.PRE) {
      text = fenced(code(b), Listing.language(dom, page.node(page.element(b))));
    } else if (page.headingLevel(b) > 0) {
      text = inline.text(b).replace("\\\n", " ").replace('\n', ' ').strip();
      text = text.isEmpty() ? "" : "#".repeat(page.headingLevel(b)) + " " + text;
    } else {
      text = inline.isCodeBlock(b) ? fenced(code(b), "") : inline.text(b);
    }
    if (!text.isEmpty()) {
      nesting.indent(out, text, b, written);
      written = b;
    }
    return b;
  }

  private String code(int b) {
    int from = PlainForm.codeStart(page, b);
    return new String(page.chars(), from, page.end(b) - from).stripTrailing();
  }

  private static String fenced(String code, String language) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return code.isEmpty() ? "" : fence + language + "\n" + code + "\n" + fence;
  }

  @Override
  public String point(int mark) {
    if (marks.kind(mark) == Marks.Kind.RULE) {
      return "---";
    }
    String alt = hasAlt ? ImageAlt.of(dom, marks.node(mark)) : "";
    if (alt.isEmpty()) {
      return "";
    }
    String source = dom.attribute(marks.node(mark), AttributeNames.SRC).strip();
    String safe = alt.replace("[", "\\[").replace("]", "\\]");
    return "![" + safe + "](" + MarkdownInline.destination(source) + ")";
  }
}
