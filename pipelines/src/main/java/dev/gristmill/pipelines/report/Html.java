// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML in which data cannot become markup: texts and values are escaped, elements and
 * attributes come from short lists that hold nothing that loads, links out or runs.
 *
 * <p>Source: WHATWG HTML, section 13.1.2 (syntax), 13.3 (escaping). Cost: linear.
 */
final class Html {

  private static final Set<String> VOID = Set.of("meta", "br", "hr");
  private static final Set<String> ELEMENTS =
      Set.of(
          ("a b bdi body br code details div figcaption figure footer h1 h2 h3 head "
                  + "header hr html li main meta nav p pre rect section span summary svg table "
                  + "tbody td th thead title tr ul")
              .split(" "));
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("aria-hidden aria-label charset class colspan content dir height http-equiv id "
                  + "lang name open preserveAspectRatio role scope tabindex viewBox width x y")
              .split(" "));
  private static final Pattern FRAGMENT = Pattern.compile("#[a-z0-9-]+");

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element; a void element is complete with it.
   *
   * @param attributes names and values in turn
   * @throws IllegalArgumentException if the element or an attribute is not allowed: a bug
   */
  Html open(String element, String... attributes) {
    require(ELEMENTS.contains(element), element);
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      require(
          ATTRIBUTES.contains(name)
              || (name.equals("href") && FRAGMENT.matcher(attributes[i + 1]).matches()),
          name);
      out.append(' ').append(name).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    if (!VOID.contains(element)) {
      open.push(element);
    }
    return this;
  }

  /** Ends the innermost open element. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends the innermost open element, and the line. */
  Html closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** Writes data. */
  Html text(String data) {
    escape(data);
    return this;
  }

  /** An element that holds only data. */
  Html leaf(String element, String data, String... attributes) {
    return open(element, attributes).text(data).close();
  }

  /** The one style sheet, a constant of the program. */
  Html style(String css) {
    require(css.indexOf('<') < 0, "style sheet");
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  /** What a content security policy calls a style sheet: {@code sha256-} and base 64. */
  static String policyHash(String css) {
    MessageDigest digest = Digests.sha256();
    return "sha256-"
        + Base64.getEncoder().encodeToString(digest.digest(css.getBytes(StandardCharsets.UTF_8)));
  }

  /** The page; every element must be closed. */
  String page() {
    require(open.isEmpty(), "end within " + open);
    return out.append('\n').toString();
  }

  private void escape(String data) {
    for (int i = 0; i < data.length(); ) {
      int codePoint = data.codePointAt(i);
      i += Character.charCount(codePoint);
      switch (codePoint) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> Visible.append(codePoint, out);
      }
    }
  }

  private static void require(boolean isAllowed, String what) {
    if (!isAllowed) {
      throw new IllegalArgumentException("not allowed in a report: " + what);
    }
  }
}
