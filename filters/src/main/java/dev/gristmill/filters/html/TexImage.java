// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The TeX that an image of a formula carries: in its {@code alt} or {@code title}, in a data
 * attribute, or in the query of its address, as image services for TeX have it.
 *
 * <p>An {@code alt} counts if it can only be TeX, or if the class of the image or of an element
 * around it speaks of formulae and it is no prose. No service is known by name.
 */
final class TexImage {
  private static final int MAX_QUERY = 4000;

  /** Names of the parameter that holds the formula. */
  private static final String KEYS = " latex tex chl eq eqn formula math equation ";

  /** What image services are told before the formula. */
  private static final String[] PREFIXES = {
    "\\inline", "\\large", "\\small", "\\bg_white", "\\fn_jvn", "\\fn_cm", "\\dpi{"
  };

  private final Dom dom;
  private final ToolClasses tools;

  TexImage(Dom dom, ToolClasses tools) {
    this.dom = dom;
    this.tools = tools;
  }

  /** The formula, "" for any other image. */
  String tex(int image) {
    boolean isHinted = isHinted(image);
    for (int attribute : new int[] {AttributeNames.DATA_TEX, AttributeNames.DATA_LATEX}) {
      if (dom.has(image, attribute)) {
        return dom.attribute(image, attribute);
      }
    }
    for (int attribute : new int[] {AttributeNames.ALT, AttributeNames.TITLE}) {
      String text = dom.attribute(image, attribute);
      if (!text.isBlank() && (Tex.isTex(text) || (isHinted && !Tex.isProse(text)))) {
        return text;
      }
    }
    return fromAddress(dom.attribute(image, AttributeNames.SRC));
  }

  /** Whether an image is alone in a block of class math. */
  boolean isDisplay(int image) {
    int around = dom.parent(image);
    for (int up = 0; up < 2 && around > 0; up++) {
      if (dom.name(around) == Names.DIV && (tools.of(around) & ToolClasses.MATHS) != 0) {
        return true;
      }
      around = dom.parent(around);
    }
    return false;
  }

  private boolean isHinted(int image) {
    String names = dom.attribute(image, AttributeNames.CLASS).toLowerCase(Locale.ROOT);
    if (names.contains("math")
        || names.contains("equation")
        || names.contains("formula")
        || (names.contains("tex") && !names.contains("text"))) {
      return true;
    }
    int around = dom.parent(image);
    for (int up = 0; up < 2 && around > 0; up++) {
      if ((tools.of(around) & ToolClasses.MATHS) != 0) {
        return true;
      }
      around = dom.parent(around);
    }
    return false;
  }

  private static String fromAddress(String address) {
    int mark = address.indexOf('?');
    if (mark < 0 || address.length() - mark > MAX_QUERY) {
      return "";
    }
    // Entities that such services define for what a query cannot hold.
    String query = address.substring(mark + 1).replace("&space;", "%20").replace("&plus;", "%2B");
    int from = 0;
    while (from < query.length()) {
      int to = query.indexOf('&', from);
      to = to < 0 ? query.length() : to;
      int equals = query.indexOf('=', from);
      if (equals > from && equals < to && isKey(query.substring(from, equals))) {
        String tex = decoded(query.substring(equals + 1, to).replace('+', ' '));
        boolean isChart = query.startsWith("chl", from) && !query.contains("cht=tx");
        return isChart || Tex.isProse(tex) ? "" : tex;
      }
      from = to + 1;
    }
    String tex = decoded(query);
    return Tex.isTex(tex) ? withoutPrefixes(tex) : "";
  }

  private static boolean isKey(String name) {
    return KEYS.contains(" " + name.toLowerCase(Locale.ROOT) + " ");
  }

  private static String withoutPrefixes(String tex) {
    String rest = tex.strip();
    for (int i = 0; i < PREFIXES.length; i++) {
      if (rest.startsWith(PREFIXES[i])) {
        int end = PREFIXES[i].endsWith("{") ? rest.indexOf('}') + 1 : PREFIXES[i].length();
        rest = rest.substring(Math.max(end, PREFIXES[i].length())).strip();
        i = -1;
      }
    }
    return rest;
  }

  /** Percent escapes as UTF-8; what is no escape stays. */
  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
