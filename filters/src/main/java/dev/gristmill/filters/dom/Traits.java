// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * What tree construction wants to know of an element by its name: bits.
 *
 * <p>Source: HTML Standard, "The stack of open elements" and "Closing elements that have implied
 * end tags", with {@code select} a boundary of scopes, as in the standard since 2025.
 */
final class Traits {
  static final int SCOPE = 1;
  static final int LIST_SCOPE = 2;
  static final int BUTTON_SCOPE = 4;
  static final int TABLE_SCOPE = 8;
  static final int IMPLIED_END = 16;
  static final int THOROUGHLY_IMPLIED_END = 32;
  static final int SPECIAL = 64;
  static final int VOID = 128;
  static final int HEADING = 256;

  /** Foreign content ends before such a start tag. */
  static final int BREAKOUT = 512;

  /** Content that is not in its place in one of these goes before the table. */
  static final int FOSTERS = 1024;

  /** An end tag in a body closes the current node, where that has its name, and no more. */
  static final int PLAIN_END = 2048;

  /** HTML in MathML: texts and start tags in such an element. */
  static final int MATH_TEXT = 4096;

  /** HTML in SVG. */
  static final int SVG_TEXT = 8192;

  private static final int[] HTML = html();
  private static final int[] SVG =
      table(SCOPE | SPECIAL | SVG_TEXT, Names.DESC, Names.FOREIGNOBJECT, Names.TITLE);
  private static final int[] MATH = math();

  private Traits() {}

  /** The traits of an element, or of a text, which has none, by {@link Nodes#name}. */
  static int of(int word) {
    int id = word & Nodes.ID;
    if (id >= Names.KNOWN) {
      return 0;
    }
    int space = word & Nodes.FOREIGN;
    return space == 0 ? HTML[id] : space == Nodes.SVG ? SVG[id] : MATH[id];
  }

  private static int[] table(int traits, int... names) {
    int[] table = new int[Names.KNOWN];
    for (int name : names) {
      table[name] = traits;
    }
    return table;
  }

  private static int[] math() {
    int[] table =
        table(SCOPE | SPECIAL | MATH_TEXT, Names.MI, Names.MO, Names.MN, Names.MS, Names.MTEXT);
    table[Names.ANNOTATION_XML] = SCOPE | SPECIAL;
    return table;
  }

  private static int[] html() {
    int[] table = new int[Names.KNOWN];
    add(table, SCOPE, "applet caption html marquee object select table td template th");
    add(table, LIST_SCOPE, "ol ul");
    add(table, BUTTON_SCOPE, "button");
    add(table, TABLE_SCOPE, "html table template");
    add(table, IMPLIED_END, "dd dt li optgroup option p rb rp rt rtc");
    add(
        table,
        THOROUGHLY_IMPLIED_END,
        "caption colgroup dd dt li optgroup option p rb rp rt rtc tbody td tfoot th thead tr");
    add(
        table,
        SPECIAL,
        "address applet area article aside base basefont bgsound blockquote body br button "
            + "caption center col colgroup dd details dir div dl dt embed fieldset figcaption "
            + "figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
            + "iframe img input keygen li link listing main marquee menu meta nav noembed "
            + "noframes noscript object ol p param plaintext pre script search section select "
            + "source style summary table tbody td template textarea tfoot th thead title tr "
            + "track ul wbr xmp");
    add(
        table,
        VOID,
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
            + "track wbr");
    add(table, HEADING, "h1 h2 h3 h4 h5 h6");
    add(
        table,
        BREAKOUT,
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i "
            + "img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup "
            + "table tt u ul var");
    add(table, FOSTERS, "table tbody template tfoot thead tr");
    add(
        table,
        PLAIN_END,
        "abbr acronym address article aside bdi bdo blockquote button center cite data dd del "
            + "details dfn dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3 "
            + "h4 h5 h6 header hgroup ins kbd label legend li listing main map mark menu nav ol "
            + "optgroup option output p picture pre q ruby samp search section select span sub "
            + "summary sup time ul var video");
    return table;
  }

  private static void add(int[] table, int trait, String names) {
    for (String name : names.split(" ", -1)) {
      table[Names.id(name)] |= trait;
    }
  }
}
