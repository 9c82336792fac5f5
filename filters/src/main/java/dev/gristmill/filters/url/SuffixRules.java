// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Public suffixes as tldextract 5.4.0 reads them: registries' only, by the snapshot of 2025-04-07
 * inside its package.
 *
 * <p>Source: john-kurkowski/tldextract tldextract.py, {@code suffix_index}; suffix_list.py for the
 * lines that count. The rules are those inside crawler-commons, less {@code
 * datatrove/suffix-differences.txt}. Differs from {@link PageUrl#registrableDomain}: a top-level
 * domain that the list does not have is no suffix.
 */
final class SuffixRules {
  private static final String LIST = "/effective_tld_names.dat";
  private static final String PRIVATE = "===BEGIN PRIVATE DOMAINS===";

  private final Node root = new Node();

  private static final class Node {
    private final Map<String, Node> below = new HashMap<>();
    private boolean ends;
  }

  private SuffixRules(Collection<String> rules) {
    for (String rule : rules) {
      Node node = root;
      List<String> labels = HostName.labels(rule);
      for (int i = labels.size() - 1; i >= 0; i--) {
        node = node.below.computeIfAbsent(labels.get(i), label -> new Node());
      }
      node.ends = true;
    }
  }

  /** These rules. */
  static SuffixRules of(Collection<String> rules) {
    return new SuffixRules(rules);
  }

  /** The rules of tldextract's snapshot. */
  static SuffixRules snapshot() {
    return of(snapshotRules());
  }

  /** The lines of tldextract's snapshot, private suffixes left out. */
  static SortedSet<String> snapshotRules() {
    SortedSet<String> rules = registries();
    for (String line : ListLines.resource("datatrove/suffix-differences.txt")) {
      String rule = line.substring(1);
      boolean known = line.charAt(0) == '+' ? rules.add(rule) : rules.remove(rule);
      if (!known) {
        throw new IllegalStateException("suffix-differences.txt is of another list: " + line);
      }
    }
    return rules;
  }

  private static SortedSet<String> registries() {
    SortedSet<String> rules = new TreeSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EffectiveTldFinder.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.contains(PRIVATE)) {
        if (!line.isBlank() && !line.startsWith("//")) {
          rules.add(line.strip());
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(LIST, e);
    }
    return rules;
  }

  /**
   * Where the suffix begins among the labels of a host, in any spelling, or -1 if it has none.
   * Cost: by the labels of the suffix.
   */
  int suffixStart(List<String> labels) {
    Node node = root;
    int start = -1;
    for (int i = labels.size() - 1; i >= 0; i--) {
      String label = decoded(labels.get(i));
      Node next = node.below.get(label);
      if (next == null) {
        if (!node.below.containsKey("*")) {
          return start;
        }
        return node.below.containsKey("!" + label) ? i + 1 : i;
      }
      node = next;
      start = node.ends ? i : start;
    }
    return start;
  }

  private static String decoded(String label) {
    if (label.length() > HostName.MAX_LABEL) {
      return label; // In no rule; and a million of U+0130 would take minutes to put in lower case.
    }
    String lower = label.toLowerCase(Locale.ROOT);
    return lower.startsWith("xn--") && lower.chars().allMatch(c -> c < 0x80)
        ? IDN.toUnicode(lower, IDN.ALLOW_UNASSIGNED)
        : lower;
  }
}
