// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.safety.Phrases;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a page by its address alone: lists of hosts and pages, then words of host and path.
 *
 * <p>Source: the rules of datatrove's URLFilter (filters/url_filter.py), with its gaps closed:
 * letter case does not count, sub-hosts of a listed host are blocked, scheme and {@code www.} of a
 * listed page do not count, an IP address can be listed. Words are whole words between anything
 * that is no letter or digit, percent-escapes and {@code xn--} labels resolved; substrings never
 * cross such a border. The query is not looked at.
 *
 * <p>A page without an absolute http or https address has no failures. Immutable and thread-safe.
 * Cost: linear in the address; one filter with the shipped lists takes about a megabyte.
 */
public final class UrlFilter implements Serializable {
  /** The host, or one above it, is listed. */
  public static final String BLOCKED_HOST = "url_blocked_host";

  /** The page, or a folder above it, is listed. */
  public static final String BLOCKED_URL = "url_blocked_url";

  /** The host is an IP address. */
  public static final String BLOCKED_IP_HOST = "url_blocked_ip_host";

  /** Hard words occur. */
  public static final String HARD_WORD = "url_hard_word";

  /** Too many different soft words occur. */
  public static final String SOFT_WORDS = "url_soft_words";

  /** Substrings occur. */
  public static final String SUBSTRING = "url_substring";

  private final UrlFilterOptions options;
  private final List<HostList> hosts;
  private final List<UrlList> urls;
  private final Phrases hard;
  private final Phrases soft;
  private final Phrases substrings;

  private UrlFilter(
      UrlFilterOptions options, List<HostList> hosts, List<UrlList> urls, UrlWords words) {
    this.options = options;
    this.hosts = List.copyOf(hosts);
    this.urls = List.copyOf(urls);
    this.hard = Phrases.of(words.hard());
    this.soft = Phrases.of(words.soft());
    this.substrings = Phrases.anywhere(words.substrings());
  }

  /**
   * A filter over these lists.
   *
   * @param hosts any number of lists, none included
   * @param urls any number of lists, none included
   */
  public static UrlFilter of(
      UrlFilterOptions options, List<HostList> hosts, List<UrlList> urls, UrlWords words) {
    return new UrlFilter(options, hosts, urls, words);
  }

  /** The default options over the shipped lists. */
  public static UrlFilter defaults() {
    return of(UrlFilterOptions.defaults(), HostList.defaults(), List.of(), UrlWords.defaults());
  }

  /** The ids of the rules that are on, in the order of {@link #failures}. */
  public List<String> ruleIds() {
    List<String> ids = new ArrayList<>();
    addIf(options.blockedHosts(), BLOCKED_HOST, ids);
    addIf(options.blockedUrls(), BLOCKED_URL, ids);
    addIf(options.ipHosts(), BLOCKED_IP_HOST, ids);
    addIf(options.hardWords(), HARD_WORD, ids);
    addIf(options.softWords(), SOFT_WORDS, ids);
    addIf(options.substrings(), SUBSTRING, ids);
    return List.copyOf(ids);
  }

  /**
   * All rules that the address fails, in order; empty when the page is kept. Value and limit are
   * counts: lists that have it, 1 for an IP address, words.
   */
  public List<Failure> failures(String url) {
    Optional<PageUrl> page = PageUrl.of(url);
    return page.isEmpty() ? List.of() : failures(page.get());
  }

  /** As above, for an address that is parsed already. */
  public List<Failure> failures(PageUrl url) {
    List<Failure> failures = new ArrayList<>();
    if (options.blockedHosts()) {
      check(BLOCKED_HOST, hosts.stream().filter(list -> list.contains(url)).count(), 0, failures);
    }
    if (options.blockedUrls()) {
      check(BLOCKED_URL, urls.stream().filter(list -> list.contains(url)).count(), 0, failures);
    }
    if (options.ipHosts()) {
      check(BLOCKED_IP_HOST, url.isIpHost() ? 1 : 0, 0, failures);
    }
    String words = HostName.unicode(url.host()) + PercentEscapes.decoded(url.path());
    if (options.hardWords()) {
      check(HARD_WORD, hard.scan(words).occurrences(), 0, failures);
    }
    if (options.softWords()) {
      check(SOFT_WORDS, soft.scan(words).distinct(), options.maxSoftWords(), failures);
    }
    if (options.substrings()) {
      check(SUBSTRING, substrings.scan(words).occurrences(), 0, failures);
    }
    return List.copyOf(failures);
  }

  /**
   * The names of the lists that have the address, of hosts before those of pages, each once; lists
   * without a name are left out.
   */
  public List<String> lists(String url) {
    Optional<PageUrl> page = PageUrl.of(url);
    if (page.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    if (options.blockedHosts()) {
      hosts.stream().filter(list -> list.contains(page.get())).forEach(l -> names.add(l.name()));
    }
    if (options.blockedUrls()) {
      urls.stream().filter(list -> list.contains(page.get())).forEach(l -> names.add(l.name()));
    }
    return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static void addIf(boolean on, String id, List<String> ids) {
    if (on) {
      ids.add(id);
    }
  }

  private static void check(String rule, long value, long limit, List<Failure> failures) {
    if (value > limit) {
      failures.add(new Failure(rule, value, limit));
    }
  }
}
