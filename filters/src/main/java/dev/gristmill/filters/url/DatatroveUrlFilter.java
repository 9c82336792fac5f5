// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The decisions of datatrove's URLFilter, its mistakes included: the dialect {@code datatrove}.
 *
 * <p>Source: huggingface/datatrove 0.10.1, pipeline/filters/url_filter.py; hosts as {@link
 * DatatroveHost}. The rules are the reasons that it gives; it gives the first of them, here all
 * that failed are given, in its order. Differs: where it raises, on a document without an address,
 * nothing fails.
 *
 * <p>Immutable and thread-safe. Cost: linear in the address.
 */
public final class DatatroveUrlFilter {
  /** The registered domain is listed. */
  public static final String DOMAIN = "domain";

  /** The full host is listed. */
  public static final String SUBDOMAIN = "subdomain";

  /** The address is listed as it stands. */
  public static final String URL = "url";

  /** A hard word is a word of the address. */
  public static final String HARD = "hard_blacklisted";

  /** Too many soft words are words of the address. */
  public static final String SOFT = "soft_blacklisted";

  /** A substring stands in the address. */
  public static final String SUBSTRING = "blacklisted_subword";

  private final SuffixRules suffixes = SuffixRules.snapshot();
  private final ExactSet domains;
  private final ExactSet urls;
  private final DatatroveWords hard;
  private final DatatroveWords soft;
  private final DatatroveWords substrings;
  private final int softWordThreshold;

  private DatatroveUrlFilter(Builder builder) {
    domains = builder.domains.build();
    urls = builder.urls.build();
    hard = new DatatroveWords(builder.hard);
    soft = new DatatroveWords(builder.soft);
    substrings = new DatatroveWords(builder.substrings);
    softWordThreshold = builder.softWordThreshold;
  }

  /**
   * All rules that the address fails, in datatrove's order; the first is the reason that datatrove
   * gives. Values are 1, for words the number of different ones; limits are 0, for soft words the
   * threshold, which fails too. Never throws.
   */
  public List<Failure> failures(String url) {
    if (url.isEmpty()) {
      return List.of();
    }
    List<Failure> failures = new ArrayList<>();
    DatatroveHost host = DatatroveHost.of(url, suffixes);
    check(DOMAIN, domains.contains(host.registered()) ? 1 : 0, failures);
    check(SUBDOMAIN, domains.contains(host.full()) ? 1 : 0, failures);
    check(URL, urls.contains(url) ? 1 : 0, failures);
    check(HARD, hard.distinctIn(url), failures);
    int softWords = soft.distinctIn(url);
    if (softWords >= softWordThreshold) {
      failures.add(new Failure(SOFT, softWords, softWordThreshold));
    }
    check(SUBSTRING, substrings.anyWithin(DatatroveWords.normalized(url)) ? 1 : 0, failures);
    return List.copyOf(failures);
  }

  private static void check(String rule, int value, List<Failure> failures) {
    if (value > 0) {
      failures.add(new Failure(rule, value, 0));
    }
  }

  /** Collects the lists; not thread-safe. */
  public static final class Builder implements ListFolder.Sink {
    private final ExactSet.Builder domains = new ExactSet.Builder();
    private final ExactSet.Builder urls = new ExactSet.Builder();
    private final List<String> hard = new ArrayList<>();
    private final List<String> soft = new ArrayList<>();
    private final List<String> substrings = new ArrayList<>();
    private int softWordThreshold = 2;

    /** Empty lists, and datatrove's threshold of two soft words. */
    public Builder() {}

    /** Adds a line; those that begin with {@code #} do not count. The name of its list is lost. */
    @Override
    public void line(ListFolder.Kind kind, String list, String line) {
      if (line.startsWith("#")) {
        return;
      }
      switch (kind) {
        case HOSTS -> domains.add(stripped(line));
        case URLS -> urls.add(stripped(line));
        case HARD_WORDS -> hard.add(line);
        case SOFT_WORDS -> soft.add(line);
        case SUBSTRINGS -> substrings.add(line);
      }
    }

    /** Adds datatrove's own words; its lists of domains and of URLs are not ours to ship. */
    public Builder withShippedWords() {
      ListLines.rawResource("datatrove/banned_words.txt", to(ListFolder.Kind.HARD_WORDS));
      ListLines.rawResource("datatrove/soft_banned_words.txt", to(ListFolder.Kind.SOFT_WORDS));
      ListLines.rawResource("datatrove/banned_subwords.txt", to(ListFolder.Kind.SUBSTRINGS));
      return this;
    }

    private Consumer<String> to(ListFolder.Kind kind) {
      return line -> line(kind, "", line);
    }

    /** Sets how many soft words an address must have to fail. */
    public Builder withSoftWordThreshold(int words) {
      softWordThreshold = words;
      return this;
    }

    /** The filter over what was added. */
    public DatatroveUrlFilter build() {
      return new DatatroveUrlFilter(this);
    }

    private static String stripped(String line) {
      char[] chars = line.toCharArray();
      int from = Whitespace.skipForward(chars, 0, chars.length);
      return line.substring(from, Whitespace.skipBackward(chars, from, chars.length));
    }
  }
}
