// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.util.HashSet;
import java.util.Set;

/** A set of strings as they stand: those of ASCII in little memory, others as usual. */
final class ExactSet {
  private final AsciiSet ascii;
  private final Set<String> others;

  private ExactSet(Builder builder) {
    ascii = builder.ascii.build();
    others = Set.copyOf(builder.others);
  }

  /** True if the string is in the set. */
  boolean contains(String text) {
    return ascii.contains(text) || others.contains(text);
  }

  /** Collects strings; not thread-safe. */
  static final class Builder {
    private final AsciiSet.Builder ascii = new AsciiSet.Builder();
    private final Set<String> others = new HashSet<>();

    void add(String text) {
      boolean plain = text.length() <= AsciiSet.MAX_LENGTH;
      for (int i = 0; plain && i < text.length(); i++) {
        plain = text.charAt(i) < 0x80;
      }
      if (plain) {
        ascii.add(text);
      } else {
        others.add(text);
      }
    }

    ExactSet build() {
      return new ExactSet(this);
    }
  }
}
