// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

/** Resolves {@code .} and {@code ..} in a path. Source: RFC 3986, section 5.2.4. */
final class DotSegments {
  private DotSegments() {}

  /** The path without dot segments; begins with a slash. Empty segments stay. Cost: linear. */
  static String remove(String path) {
    StringBuilder out = new StringBuilder(path.length() + 1);
    int i = 0;
    while (i < path.length()) {
      int next = path.indexOf('/', i + 1);
      int end = next < 0 ? path.length() : next;
      boolean last = end == path.length();
      if (path.startsWith("/..", i) && end == i + 3) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
        out.append(last ? "/" : "");
      } else if (path.startsWith("/.", i) && end == i + 2) {
        out.append(last ? "/" : "");
      } else {
        out.append(path, i, end);
      }
      i = end;
    }
    return out.length() == 0 ? "/" : out.toString();
  }
}
