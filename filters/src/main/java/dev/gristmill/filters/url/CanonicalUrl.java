// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

/**
 * One spelling for all spellings of an address; see {@link PageUrl} for what is made equal.
 *
 * <p>Why not crawler-commons' BasicURLNormalizer: 1.6 writes {@code http://a.example/..//..b} as
 * {@code http://a.exampleb}, another host, and its form is not stable; it stands on {@code
 * java.net.URL}, which differs between JDKs; IP addresses keep their spelling, and IPv6 has none.
 */
public final class CanonicalUrl {
  private CanonicalUrl() {}

  /**
   * The canonical form, or "" for anything that is no absolute http or https address. {@code
   * of(of(x))} is {@code of(x)}. Never throws. Cost: linear, and a sort of the query's parameters.
   */
  public static String of(String url) {
    return PageUrl.of(url).map(PageUrl::toString).orElse("");
  }

  /**
   * What two addresses of one page share: the canonical form without scheme, leading {@code www.}
   * and closing slashes of the path; "" as in {@link #of}. Cost: as {@link #of}.
   */
  public static String dedupKey(String url) {
    return PageUrl.of(url).map(PageUrl::dedupKey).orElse("");
  }
}
