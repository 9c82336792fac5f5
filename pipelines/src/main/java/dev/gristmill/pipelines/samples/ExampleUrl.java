// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Checks that a URL can belong to the sample crawl: http or https, on a host under {@code
 * .example}.
 *
 * <p>Source: RFC 2606 section 2 keeps that domain out of the real DNS, so no sample can be mistaken
 * for somebody's site.
 */
final class ExampleUrl {
  private ExampleUrl() {}

  /**
   * Returns {@code url} if it is such a URL.
   *
   * @throws IllegalArgumentException if it is not
   */
  static String check(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL: '" + url + "'", e);
    }
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || !uri.getHost().endsWith(".example")) {
      throw new IllegalArgumentException(
          "URL must be http(s) on a host under .example, was '" + url + "'");
    }
    return url;
  }

  /**
   * The URL of a jar's entry below a prefix that ends in a slash, percent-encoded.
   *
   * @throws IllegalArgumentException if the name cannot be a path
   */
  static String under(String prefix, String entryName) {
    try {
      return prefix + new URI(null, null, "/" + entryName, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("entry name cannot be a URL path: " + entryName, e);
    }
  }
}
