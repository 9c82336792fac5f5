// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Element names as small integers: all of HTML, and the names of SVG and MathML that matter to
 * text.
 *
 * <p>Source: HTML Standard, section "Elements" and its obsolete ones; the standard's tree
 * construction. Names are lower-case, those of SVG too.
 */
public final class Names {

  /** No name: the id of what has none. */
  public static final int NONE = 0;

  public static final int A = 1;
  public static final int ABBR = 2;
  public static final int ACRONYM = 3;
  public static final int ADDRESS = 4;
  public static final int AMP_AD = 5;
  public static final int AMP_IMG = 6;
  public static final int ANNOTATION = 7;
  public static final int ANNOTATION_XML = 8;
  public static final int APPLET = 9;
  public static final int AREA = 10;
  public static final int ARTICLE = 11;
  public static final int ASIDE = 12;
  public static final int AUDIO = 13;
  public static final int B = 14;
  public static final int BASE = 15;
  public static final int BASEFONT = 16;
  public static final int BDI = 17;
  public static final int BDO = 18;
  public static final int BGSOUND = 19;
  public static final int BIG = 20;
  public static final int BLINK = 21;
  public static final int BLOCKQUOTE = 22;
  public static final int BODY = 23;
  public static final int BR = 24;
  public static final int BUTTON = 25;
  public static final int CANVAS = 26;
  public static final int CAPTION = 27;
  public static final int CENTER = 28;
  public static final int CIRCLE = 29;
  public static final int CITE = 30;
  public static final int CLIPPATH = 31;
  public static final int CODE = 32;
  public static final int COL = 33;
  public static final int COLGROUP = 34;
  public static final int COMMAND = 35;
  public static final int CONTENT = 36;
  public static final int DATA = 37;
  public static final int DATALIST = 38;
  public static final int DD = 39;
  public static final int DEFS = 40;
  public static final int DEL = 41;
  public static final int DESC = 42;
  public static final int DETAILS = 43;
  public static final int DFN = 44;
  public static final int DIALOG = 45;
  public static final int DIR = 46;
  public static final int DIV = 47;
  public static final int DL = 48;
  public static final int DT = 49;
  public static final int ELEMENT = 50;
  public static final int ELLIPSE = 51;
  public static final int EM = 52;
  public static final int EMBED = 53;
  public static final int FIELDSET = 54;
  public static final int FIGCAPTION = 55;
  public static final int FIGURE = 56;
  public static final int FILTER = 57;
  public static final int FONT = 58;
  public static final int FOOTER = 59;
  public static final int FOREIGNOBJECT = 60;
  public static final int FORM = 61;
  public static final int FRAME = 62;
  public static final int FRAMESET = 63;
  public static final int G = 64;
  public static final int H1 = 65;
  public static final int H2 = 66;
  public static final int H3 = 67;
  public static final int H4 = 68;
  public static final int H5 = 69;
  public static final int H6 = 70;
  public static final int HEAD = 71;
  public static final int HEADER = 72;
  public static final int HGROUP = 73;
  public static final int HR = 74;
  public static final int HTML = 75;
  public static final int I = 76;
  public static final int IFRAME = 77;
  public static final int IMAGE = 78;
  public static final int IMG = 79;
  public static final int INPUT = 80;
  public static final int INS = 81;
  public static final int ISINDEX = 82;
  public static final int KBD = 83;
  public static final int KEYGEN = 84;
  public static final int LABEL = 85;
  public static final int LEGEND = 86;
  public static final int LI = 87;
  public static final int LINE = 88;
  public static final int LINEARGRADIENT = 89;
  public static final int LINK = 90;
  public static final int LISTING = 91;
  public static final int MACTION = 92;
  public static final int MAIN = 93;
  public static final int MALIGNMARK = 94;
  public static final int MAP = 95;
  public static final int MARK = 96;
  public static final int MARQUEE = 97;
  public static final int MASK = 98;
  public static final int MATH = 99;
  public static final int MENCLOSE = 100;
  public static final int MENU = 101;
  public static final int MENUITEM = 102;
  public static final int MERROR = 103;
  public static final int META = 104;
  public static final int METADATA = 105;
  public static final int METER = 106;
  public static final int MFENCED = 107;
  public static final int MFRAC = 108;
  public static final int MGLYPH = 109;
  public static final int MI = 110;
  public static final int MJX_ASSISTIVE_MML = 111;
  public static final int MJX_CONTAINER = 112;
  public static final int MJX_MATH = 113;
  public static final int MJX_SPAN = 114;
  public static final int MMULTISCRIPTS = 115;
  public static final int MN = 116;
  public static final int MO = 117;
  public static final int MOVER = 118;
  public static final int MPADDED = 119;
  public static final int MPHANTOM = 120;
  public static final int MPRESCRIPTS = 121;
  public static final int MROOT = 122;
  public static final int MROW = 123;
  public static final int MS = 124;
  public static final int MSPACE = 125;
  public static final int MSQRT = 126;
  public static final int MSTYLE = 127;
  public static final int MSUB = 128;
  public static final int MSUBSUP = 129;
  public static final int MSUP = 130;
  public static final int MTABLE = 131;
  public static final int MTD = 132;
  public static final int MTEXT = 133;
  public static final int MTR = 134;
  public static final int MULTICOL = 135;
  public static final int MUNDER = 136;
  public static final int MUNDEROVER = 137;
  public static final int NAV = 138;
  public static final int NEXTID = 139;
  public static final int NOBR = 140;
  public static final int NOEMBED = 141;
  public static final int NOFRAMES = 142;
  public static final int NOSCRIPT = 143;
  public static final int OBJECT = 144;
  public static final int OL = 145;
  public static final int OPTGROUP = 146;
  public static final int OPTION = 147;
  public static final int OUTPUT = 148;
  public static final int P = 149;
  public static final int PARAM = 150;
  public static final int PATH = 151;
  public static final int PATTERN = 152;
  public static final int PICTURE = 153;
  public static final int PLAINTEXT = 154;
  public static final int POLYGON = 155;
  public static final int POLYLINE = 156;
  public static final int PORTAL = 157;
  public static final int PRE = 158;
  public static final int PROGRESS = 159;
  public static final int Q = 160;
  public static final int RADIALGRADIENT = 161;
  public static final int RB = 162;
  public static final int RBC = 163;
  public static final int RECT = 164;
  public static final int RP = 165;
  public static final int RT = 166;
  public static final int RTC = 167;
  public static final int RUBY = 168;
  public static final int S = 169;
  public static final int SAMP = 170;
  public static final int SCRIPT = 171;
  public static final int SEARCH = 172;
  public static final int SECTION = 173;
  public static final int SELECT = 174;
  public static final int SEMANTICS = 175;
  public static final int SHADOW = 176;
  public static final int SLOT = 177;
  public static final int SMALL = 178;
  public static final int SOURCE = 179;
  public static final int SPACER = 180;
  public static final int SPAN = 181;
  public static final int STOP = 182;
  public static final int STRIKE = 183;
  public static final int STRONG = 184;
  public static final int STYLE = 185;
  public static final int SUB = 186;
  public static final int SUMMARY = 187;
  public static final int SUP = 188;
  public static final int SVG = 189;
  public static final int SYMBOL = 190;
  public static final int TABLE = 191;
  public static final int TBODY = 192;
  public static final int TD = 193;
  public static final int TEMPLATE = 194;
  public static final int TEXT = 195;
  public static final int TEXTAREA = 196;
  public static final int TFOOT = 197;
  public static final int TH = 198;
  public static final int THEAD = 199;
  public static final int TIME = 200;
  public static final int TITLE = 201;
  public static final int TR = 202;
  public static final int TRACK = 203;
  public static final int TSPAN = 204;
  public static final int TT = 205;
  public static final int U = 206;
  public static final int UL = 207;
  public static final int USE = 208;
  public static final int VAR = 209;
  public static final int VIDEO = 210;
  public static final int WBR = 211;
  public static final int XMP = 212;

  /** Ids from here on belong to one page. */
  public static final int KNOWN = 213;

  private static final KnownNames KNOWN_NAMES =
      new KnownNames(
          "a abbr acronym address amp-ad amp-img annotation annotation-xml applet area "
              + "article aside audio b base basefont bdi bdo bgsound big blink blockquote body "
              + "br button canvas caption center circle cite clippath code col colgroup command "
              + "content data datalist dd defs del desc details dfn dialog dir div dl dt "
              + "element ellipse em embed fieldset figcaption figure filter font footer "
              + "foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr "
              + "html i iframe image img input ins isindex kbd keygen label legend li line "
              + "lineargradient link listing maction main malignmark map mark marquee mask math "
              + "menclose menu menuitem merror meta metadata meter mfenced mfrac mglyph mi "
              + "mjx-assistive-mml mjx-container mjx-math mjx-span mmultiscripts mn mo mover "
              + "mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup "
              + "msup mtable mtd mtext mtr multicol munder munderover nav nextid nobr noembed "
              + "noframes noscript object ol optgroup option output p param path pattern "
              + "picture plaintext polygon polyline portal pre progress q radialgradient rb rbc "
              + "rect rp rt rtc ruby s samp script search section select semantics shadow slot "
              + "small source spacer span stop strike strong style sub summary sup svg symbol "
              + "table tbody td template text textarea tfoot th thead time title tr track tspan "
              + "tt u ul use var video wbr xmp");

  private Names() {}

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
