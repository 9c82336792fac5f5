// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects lists for a {@link UrlFilter} line by line; those of one kind and name become one list.
 *
 * <p>Not thread-safe. Memory: as the lists.
 */
public final class UrlFilterLists implements ListFolder.Sink {
  private final Map<String, HostList.Builder> hosts = new LinkedHashMap<>();
  private final Map<String, UrlList.Builder> urls = new LinkedHashMap<>();
  private final List<String> hard = new ArrayList<>();
  private final List<String> soft = new ArrayList<>();
  private final List<String> substrings = new ArrayList<>();

  /** No lists. */
  public UrlFilterLists() {}

  /** The lists and words that ship with the program; more can be added. */
  public static UrlFilterLists shipped() {
    UrlFilterLists lists = new UrlFilterLists();
    for (String category : HostList.CATEGORIES) {
      ListLines.resource(HostList.resource(category))
          .forEach(line -> lists.line(ListFolder.Kind.HOSTS, category, line));
    }
    UrlWords words = UrlWords.defaults();
    lists.hard.addAll(words.hard());
    lists.soft.addAll(words.soft());
    lists.substrings.addAll(words.substrings());
    return lists;
  }

  /** Adds a line; comments and blank lines do not count. */
  @Override
  public void line(ListFolder.Kind kind, String list, String line) {
    String entry = ListLines.entry(line);
    if (entry.isEmpty()) {
      return;
    }
    switch (kind) {
      case HOSTS -> hosts.computeIfAbsent(list, HostList.Builder::new).add(entry);
      case URLS -> urls.computeIfAbsent(list, UrlList.Builder::new).add(entry);
      case HARD_WORDS -> hard.add(entry);
      case SOFT_WORDS -> soft.add(entry);
      case SUBSTRINGS -> substrings.add(entry);
    }
  }

  /** The filter over what was added. */
  public UrlFilter filter(UrlFilterOptions options) {
    return UrlFilter.of(
        options,
        hosts.values().stream().map(HostList.Builder::build).toList(),
        urls.values().stream().map(UrlList.Builder::build).toList(),
        new UrlWords(hard, soft, substrings));
  }
}
