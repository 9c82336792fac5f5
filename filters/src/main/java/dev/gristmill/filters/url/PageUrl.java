// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import java.util.Optional;

/**
 * An absolute http or https address in canonical form, in parts.
 *
 * <p>Source: RFC 3986, section 6.2.2 and 6.2.3, with the repairs of the WHATWG URL Standard,
 * section 4.4, that browsers make: white space around, tabs and line feeds inside, and backslashes
 * for slashes. User name, password and fragment are dropped.
 *
 * <p>The parts are as {@link #of} makes them; the constructor does not check them.
 *
 * @param scheme {@code http} or {@code https}
 * @param host see {@link HostName}; never empty
 * @param port the port, or -1 for the scheme's own
 * @param path begins with {@code /}; no dot segments; percent-escapes as in {@link PercentEscapes}
 * @param query without the {@code ?}, or ""; see {@link Query}
 */
public record PageUrl(String scheme, String host, int port, String path, String query) {
  private static final int MAX_PORT = 65_535;

  /** The parts of an address, or empty if it is none. Never throws. Cost: see {@link Query}. */
  public static Optional<PageUrl> of(String url) {
    String text = trimmed(url);
    boolean secure = text.regionMatches(true, 0, "https:", 0, 6);
    int from = secure ? 6 : 5;
    if ((!secure && !text.regionMatches(true, 0, "http:", 0, 5))
        || from + 2 > text.length()
        || !isSlash(text.charAt(from))
        || !isSlash(text.charAt(from + 1))) {
      return Optional.empty();
    }
    int authority = from + 2;
    int pathStart = authority;
    while (pathStart < text.length() && !endsAuthority(text.charAt(pathStart))) {
      pathStart++;
    }
    int end = orEnd(text.indexOf('#', pathStart), text.length());
    int question = orEnd(text.indexOf('?', pathStart), end);
    int pathEnd = Math.min(question, end);
    int hostStart = text.lastIndexOf('@', pathStart - 1);
    hostStart = hostStart < authority ? authority : hostStart + 1;
    int colon = text.lastIndexOf(':', pathStart - 1);
    int bracket = text.lastIndexOf(']', pathStart - 1);
    int hostEnd = colon >= hostStart && colon > bracket ? colon : pathStart;
    String host = HostName.canonical(text.substring(hostStart, hostEnd));
    int port = port(text, Math.min(hostEnd + 1, pathStart), pathStart, secure ? 443 : 80);
    if (host.isEmpty() || port < -1) {
      return Optional.empty();
    }
    return Optional.of(
        new PageUrl(
            secure ? "https" : "http",
            host,
            port,
            DotSegments.remove(
                PercentEscapes.canonical(text.substring(pathStart, pathEnd).replace('\\', '/'))),
            pathEnd < end ? Query.canonical(text.substring(pathEnd + 1, end)) : ""));
  }

  /** True if the host is an IPv4 or IPv6 address. */
  public boolean isIpHost() {
    return IpAddress.isCanonical(host);
  }

  /**
   * The public suffix and one label more, private suffixes included ({@code a.b.github.io} gives
   * {@code b.github.io}). The host itself if it is an IP address or a suffix; the last two labels
   * under a top-level domain that the list does not have.
   *
   * <p>Source: the public suffix list inside crawler-commons.
   */
  public String registrableDomain() {
    if (isIpHost()) {
      return host;
    }
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    if (domain != null) {
      return domain.toLowerCase(Locale.ROOT);
    }
    int lastDot = host.lastIndexOf('.');
    String top = host.substring(lastDot + 1);
    if (EffectiveTldFinder.getEffectiveTLDs().containsKey(top)) {
      return host;
    }
    return host.substring(host.lastIndexOf('.', lastDot - 1) + 1);
  }

  /** See {@link CanonicalUrl#dedupKey}. */
  public String dedupKey() {
    String name = host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
    int pathEnd = path.length();
    while (pathEnd > 0 && path.charAt(pathEnd - 1) == '/') {
      pathEnd--;
    }
    return name + portSuffix() + path.substring(0, pathEnd) + querySuffix();
  }

  /** The canonical address. */
  @Override
  public String toString() {
    return scheme + "://" + host + portSuffix() + path + querySuffix();
  }

  private String portSuffix() {
    return port < 0 ? "" : ":" + port;
  }

  private String querySuffix() {
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String trimmed(String url) {
    int from = 0;
    int to = url.length();
    while (from < to && url.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && url.charAt(to - 1) <= ' ') {
      to--;
    }
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = url.charAt(i);
      if (c != '\t' && c != '\n' && c != '\r') {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static boolean endsAuthority(char c) {
    return isSlash(c) || c == '?' || c == '#';
  }

  private static int orEnd(int index, int end) {
    return index < 0 ? end : index;
  }

  /** The port in [from, to), -1 if there is none or it is the scheme's, -2 if it is no port. */
  private static int port(String text, int from, int to, int ofScheme) {
    int port = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -2;
      }
      port = 10 * port + digit;
      if (port > MAX_PORT) {
        return -2;
      }
    }
    return from == to || port == ofScheme ? -1 : port;
  }
}
