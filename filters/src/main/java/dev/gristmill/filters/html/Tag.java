// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;

/** What an element name says about layout. Unknown names are inline, as in browsers. */
enum Tag {
  INLINE("a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strong"),
  /** A plain block. */
  BLOCK("html body div center fieldset hgroup address details summary dialog figure search"),
  SECTION("section"),
  ARTICLE("article"),
  MAIN("main"),
  PARAGRAPH("p"),
  HEADING("h1 h2 h3 h4 h5 h6"),
  QUOTE("blockquote"),
  LIST("ul ol dl"),
  ITEM("li dt dd"),
  TABLE("table"),
  ROW("tr"),
  ROWS("thead tbody tfoot"),
  CELL("td th"),
  PRE("pre listing xmp plaintext"),
  CAPTION("figcaption caption"),
  FORM("form"),
  HEADER("header"),
  /** Boilerplate by its own name. */
  BOILERPLATE("nav aside footer menu"),
  BREAK("br"),
  RULE("hr"),
  IMAGE("img"),
  MATH("math"),
  SCRIPT("script"),
  /** Never text. */
  SKIPPED(
      "head title meta link base style noscript template iframe object embed applet svg canvas "
          + "button select option optgroup datalist textarea input audio video source track map "
          + "area progress meter frameset frame noframes rp rt del");

  private static final Tag[] BY_ID = byId();

  private final String names;

  Tag(String names) {
    this.names = names;
  }

  private static Tag[] byId() {
    Tag[] tags = new Tag[Names.KNOWN];
    tags[Names.NONE] = INLINE;
    for (int id = 1; id < tags.length; id++) {
      tags[id] = ofUnknown(Names.of(id));
    }
    for (Tag tag : values()) {
      for (String name : tag.names.split(" ", -1)) {
        tags[Names.id(name)] = tag;
      }
    }
    return tags;
  }

  /** The tag of a node; the document is inline. */
  static Tag of(Dom dom, int node) {
    int id = dom.name(node);
    if (id < BY_ID.length) {
      return BY_ID[id];
    }
    return ofUnknown(dom.nameOf(node));
  }

  /** Custom elements are blocks but for those of formulae; MathML may come with a prefix. */
  private static Tag ofUnknown(String name) {
    if (name.endsWith(":math")) {
      return MATH;
    }
    boolean isFormula =
        name.startsWith("mjx-")
            || name.contains("math")
            || name.startsWith("tex-")
            || name.contains("katex")
            || name.startsWith("inline-");
    return name.indexOf('-') > 0 && !isFormula ? BLOCK : INLINE;
  }

  /** Its place among the tags, by which features and models know it. */
  @SuppressWarnings("EnumOrdinal") // The order is the model's: a new tag needs a new model.
  int place() {
    return ordinal();
  }

  /** Whether elements of this tag start and end a block of text. */
  boolean isBlock() {
    return compareTo(BLOCK) >= 0 && compareTo(BOILERPLATE) <= 0;
  }

  /** Whether the tag only groups blocks, so that the main text may be looked for inside it. */
  boolean isContainer() {
    return switch (this) {
      case BLOCK, SECTION, ARTICLE, MAIN, FORM, TABLE, ROWS, ROW, CELL -> true;
      default -> false;
    };
  }
}
