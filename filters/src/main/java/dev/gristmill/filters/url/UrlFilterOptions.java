// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.io.Serializable;

/**
 * Which rules of {@link UrlFilter} are on.
 *
 * @param blockedHosts rule {@code url_blocked_host}
 * @param blockedUrls rule {@code url_blocked_url}
 * @param ipHosts rule {@code url_blocked_ip_host}
 * @param hardWords rule {@code url_hard_word}
 * @param softWords rule {@code url_soft_words}
 * @param substrings rule {@code url_substring}
 * @param maxSoftWords how many different soft words an address may have, at least 0
 */
public record UrlFilterOptions(
    boolean blockedHosts,
    boolean blockedUrls,
    boolean ipHosts,
    boolean hardWords,
    boolean softWords,
    boolean substrings,
    int maxSoftWords)
    implements Serializable {
  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if maxSoftWords is negative
   */
  public UrlFilterOptions {
    if (maxSoftWords < 0) {
      throw new IllegalArgumentException("maxSoftWords must be at least 0, was " + maxSoftWords);
    }
  }

  /** All rules but the one on IP hosts; one soft word is allowed, as in datatrove's URLFilter. */
  public static UrlFilterOptions defaults() {
    return new UrlFilterOptions(true, true, false, true, true, true, 1);
  }

  /** The same with the rule on IP hosts on or off. */
  public UrlFilterOptions withIpHosts(boolean on) {
    return new UrlFilterOptions(
        blockedHosts, blockedUrls, on, hardWords, softWords, substrings, maxSoftWords);
  }

  /** The same with the three rules on words on or off. */
  public UrlFilterOptions withWords(boolean on) {
    return new UrlFilterOptions(blockedHosts, blockedUrls, ipHosts, on, on, on, maxSoftWords);
  }

  /** The same with another number of allowed soft words. */
  public UrlFilterOptions withMaxSoftWords(int allowed) {
    return new UrlFilterOptions(
        blockedHosts, blockedUrls, ipHosts, hardWords, softWords, substrings, allowed);
  }
}
