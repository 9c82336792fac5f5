// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * A list of words as datatrove's URLFilter uses it: an entry is its ASCII letters and digits, in
 * lower case; a word of an address is a run of ASCII letters and digits, in the case that it has.
 *
 * <p>Source: huggingface/datatrove url_filter.py, {@code normalize}, {@code filter}. An entry
 * without ASCII letters and digits is the empty word, which an address has that begins or ends with
 * anything else: as in the source, a blank line in a list drops every address that ends in a slash.
 */
final class DatatroveWords {
  private final Set<String> words = new HashSet<>();
  private final AsciiSet set;
  private final boolean[] lengths;

  DatatroveWords(Collection<String> entries) {
    AsciiSet.Builder builder = new AsciiSet.Builder();
    for (String entry : entries) {
      String word = normalized(entry);
      words.add(word);
      if (!word.isEmpty() && word.length() <= AsciiSet.MAX_LENGTH) {
        builder.add(word);
      }
    }
    set = builder.build();
    lengths = new boolean[set.maxLength() + 1];
    for (String word : words) {
      if (word.length() < lengths.length) {
        lengths[word.length()] = true;
      }
    }
  }

  /** The ASCII letters and digits of a text, in lower case. Cost: linear. */
  static String normalized(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isAlphanumeric(c)) {
        out.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
      }
    }
    return out.toString();
  }

  static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The number of different entries among the words of an address. Cost: linear. */
  int distinctIn(String url) {
    Set<String> found = new HashSet<>();
    int from = 0;
    while (from <= url.length()) {
      int end = from;
      while (end < url.length() && isAlphanumeric(url.charAt(end))) {
        end++;
      }
      if (end - from < lengths.length && words.contains(url.substring(from, end))) {
        found.add(url.substring(from, end));
      }
      if (end == url.length()) {
        break;
      }
      while (end < url.length() && !isAlphanumeric(url.charAt(end))) {
        end++;
      }
      from = end;
    }
    return found.size();
  }

  /**
   * True if an entry stands anywhere in a normalized text. Cost: the text times the longest entry,
   * however many there are.
   */
  boolean anyWithin(String normalized) {
    for (int from = 0; from < normalized.length(); from++) {
      int hash = 0;
      int longest = Math.min(lengths.length - 1, normalized.length() - from);
      for (int length = 1; length <= longest; length++) {
        int to = from + length;
        hash = AsciiSet.extend(hash, normalized.charAt(to - 1));
        if (lengths[length] && set.contains(normalized, from, to, hash)) {
          return true;
        }
      }
    }
    return false;
  }
}
