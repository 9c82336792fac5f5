// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Attribute names as small integers: those that extraction asks for and those that are frequent.
 *
 * <p>Source: HTML Standard, section "Attributes"; RDFa and microdata; what mathematics and code
 * libraries write.
 */
public final class AttributeNames {

  /** No name: the id of what has none. */
  public static final int NONE = 0;

  public static final int ACCESSKEY = 1;
  public static final int ACTION = 2;
  public static final int ALIGN = 3;
  public static final int ALLOW = 4;
  public static final int ALT = 5;
  public static final int ALTTEXT = 6;
  public static final int ARIA_CONTROLS = 7;
  public static final int ARIA_DESCRIBEDBY = 8;
  public static final int ARIA_EXPANDED = 9;
  public static final int ARIA_HIDDEN = 10;
  public static final int ARIA_LABEL = 11;
  public static final int ARIA_LABELLEDBY = 12;
  public static final int ARIA_LEVEL = 13;
  public static final int ARIA_MODAL = 14;
  public static final int AS = 15;
  public static final int ASYNC = 16;
  public static final int AUTOCOMPLETE = 17;
  public static final int BACKGROUND = 18;
  public static final int BGCOLOR = 19;
  public static final int BORDER = 20;
  public static final int CELLPADDING = 21;
  public static final int CELLSPACING = 22;
  public static final int CHARSET = 23;
  public static final int CHECKED = 24;
  public static final int CITE = 25;
  public static final int CLASS = 26;
  public static final int COLOR = 27;
  public static final int COLS = 28;
  public static final int COLSPAN = 29;
  public static final int CONTENT = 30;
  public static final int CONTROLS = 31;
  public static final int CROSSORIGIN = 32;
  public static final int D = 33;
  public static final int DATA_HREF = 34;
  public static final int DATA_ID = 35;
  public static final int DATA_INDEX = 36;
  public static final int DATA_LANG = 37;
  public static final int DATA_LANGUAGE = 38;
  public static final int DATA_LATEX = 39;
  public static final int DATA_LINE_NUMBER = 40;
  public static final int DATA_MATH = 41;
  public static final int DATA_MATHML = 42;
  public static final int DATA_NAME = 43;
  public static final int DATA_ORIGINAL = 44;
  public static final int DATA_SRC = 45;
  public static final int DATA_SRCSET = 46;
  public static final int DATA_TARGET = 47;
  public static final int DATA_TEX = 48;
  public static final int DATA_TITLE = 49;
  public static final int DATA_TOGGLE = 50;
  public static final int DATA_TYPE = 51;
  public static final int DATA_URL = 52;
  public static final int DATA_VALUE = 53;
  public static final int DATETIME = 54;
  public static final int DECODING = 55;
  public static final int DEFER = 56;
  public static final int DIR = 57;
  public static final int DISABLED = 58;
  public static final int DISPLAY = 59;
  public static final int ENCODING = 60;
  public static final int FACE = 61;
  public static final int FETCHPRIORITY = 62;
  public static final int FILL = 63;
  public static final int FOR = 64;
  public static final int FRAMEBORDER = 65;
  public static final int HEADERS = 66;
  public static final int HEIGHT = 67;
  public static final int HIDDEN = 68;
  public static final int HREF = 69;
  public static final int HREFLANG = 70;
  public static final int HTTP_EQUIV = 71;
  public static final int ID = 72;
  public static final int INTEGRITY = 73;
  public static final int ISMAP = 74;
  public static final int ITEMID = 75;
  public static final int ITEMPROP = 76;
  public static final int ITEMREF = 77;
  public static final int ITEMSCOPE = 78;
  public static final int ITEMTYPE = 79;
  public static final int LABEL = 80;
  public static final int LANG = 81;
  public static final int LANGUAGE = 82;
  public static final int LOADING = 83;
  public static final int MAXLENGTH = 84;
  public static final int MEDIA = 85;
  public static final int METHOD = 86;
  public static final int NAME = 87;
  public static final int NONCE = 88;
  public static final int ONCLICK = 89;
  public static final int ONLOAD = 90;
  public static final int OPEN = 91;
  public static final int PLACEHOLDER = 92;
  public static final int PROPERTY = 93;
  public static final int REL = 94;
  public static final int REVERSED = 95;
  public static final int ROLE = 96;
  public static final int ROWS = 97;
  public static final int ROWSPAN = 98;
  public static final int SANDBOX = 99;
  public static final int SCOPE = 100;
  public static final int SCROLLING = 101;
  public static final int SHAPE = 102;
  public static final int SIZE = 103;
  public static final int SIZES = 104;
  public static final int SPAN = 105;
  public static final int SPELLCHECK = 106;
  public static final int SRC = 107;
  public static final int SRCSET = 108;
  public static final int START = 109;
  public static final int STYLE = 110;
  public static final int SUMMARY = 111;
  public static final int TABINDEX = 112;
  public static final int TARGET = 113;
  public static final int TITLE = 114;
  public static final int TRANSLATE = 115;
  public static final int TYPE = 116;
  public static final int TYPEOF = 117;
  public static final int USEMAP = 118;
  public static final int VALIGN = 119;
  public static final int VALUE = 120;
  public static final int VIEWBOX = 121;
  public static final int VOCAB = 122;
  public static final int WIDTH = 123;
  public static final int XML_LANG = 124;
  public static final int XMLNS = 125;

  /** Ids from here on belong to one page. */
  public static final int KNOWN = 126;

  private static final KnownNames KNOWN_NAMES =
      new KnownNames(
          "accesskey action align allow alt alttext aria-controls aria-describedby "
              + "aria-expanded aria-hidden aria-label aria-labelledby aria-level aria-modal as "
              + "async autocomplete background bgcolor border cellpadding cellspacing charset "
              + "checked cite class color cols colspan content controls crossorigin d data-href "
              + "data-id data-index data-lang data-language data-latex data-line-number "
              + "data-math data-mathml data-name data-original data-src data-srcset data-target "
              + "data-tex data-title data-toggle data-type data-url data-value datetime "
              + "decoding defer dir disabled display encoding face fetchpriority fill for "
              + "frameborder headers height hidden href hreflang http-equiv id integrity ismap "
              + "itemid itemprop itemref itemscope itemtype label lang language loading "
              + "maxlength media method name nonce onclick onload open placeholder property rel "
              + "reversed role rows rowspan sandbox scope scrolling shape size sizes span "
              + "spellcheck src srcset start style summary tabindex target title translate type "
              + "typeof usemap valign value viewbox vocab width xml:lang xmlns");

  private AttributeNames() {}

  /** The id of a lower-case name, or -1 if it is not one of the known. */
  public static int id(String name) {
    return KNOWN_NAMES.id(name);
  }

  /**
   * The name of a known id.
   *
   * @throws IllegalArgumentException if {@code id} is not in [1, KNOWN)
   */
  public static String of(int id) {
    return KNOWN_NAMES.of(id);
  }

  static KnownNames table() {
    return KNOWN_NAMES;
  }
}
