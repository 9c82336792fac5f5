// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The well-known licences by the words of their notices.
 *
 * <p>Source: the texts and standard headers of the SPDX licence list 3.x; for the GNU licences "How
 * to Apply These Terms". A bare text of a GNU licence, which says neither "only" nor "or later", is
 * what SPDX's deprecated short name means: only.
 *
 * <p>Shape: words in lower case with one space before and after each.
 */
final class LicencePhrases {

  /** A licence, and words that only its notices hold. */
  private record Phrase(String licence, String words) {}

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("Apache-2.0", " apache license version 2 0 "),
          new Phrase("Apache-2.0", " apache software license version 2 0 "),
          new Phrase("Apache-2.0", " apache org licenses license 2 0 "),
          new Phrase(
              "MIT",
              " permission is hereby granted free of charge to any person obtaining a copy of this"
                  + " software and associated documentation files "),
          new Phrase("MIT", " under the mit license "),
          new Phrase("MIT", " under the terms of the mit license "),
          new Phrase("MIT", " or the mit license "),
          new Phrase("MIT", " opensource org licenses mit "),
          new Phrase("MPL-2.0", " mozilla public license v 2 0 "),
          new Phrase("MPL-2.0", " mozilla public license version 2 0 "),
          new Phrase("EPL-2.0", " eclipse public license v 2 0 "),
          new Phrase("EPL-2.0", " eclipse public license v2 0 "),
          new Phrase("EPL-2.0", " eclipse public license version 2 0 "),
          new Phrase("EPL-2.0", " eclipse public license 2 0 "),
          new Phrase("EPL-1.0", " eclipse public license v 1 0 "),
          new Phrase("EPL-1.0", " eclipse public license v1 0 "),
          new Phrase("CC0-1.0", " cc0 1 0 universal "),
          new Phrase("CC0-1.0", " creativecommons org publicdomain zero 1 0 "),
          new Phrase(
              "Unlicense",
              " this is free and unencumbered software released into the public domain "),
          new Phrase(
              "ISC",
              " permission to use copy modify and or distribute this software for any purpose with"
                  + " or without fee is hereby granted provided that the above copyright notice and"
                  + " this permission notice appear in all copies "),
          new Phrase(
              "ISC",
              " permission to use copy modify and distribute this software for any purpose with or"
                  + " without fee is hereby granted provided that the above copyright notice and"
                  + " this permission notice appear in all copies "),
          new Phrase("BSL-1.0", " boost software license version 1 0 "),
          // Not for their own sake: their notices offer a GNU licence besides.
          new Phrase("MPL-1.1", " mozilla public license version 1 1 "),
          new Phrase("CDDL-1.0", " common development and distribution license "));

  private static final String BSD =
      " redistribution and use in source and binary forms with or without modification are"
          + " permitted provided that the following conditions are met ";
  private static final String BSD_DISCLAIMER = " this software is provided by ";
  private static final String BSD_ADVERTISING = " all advertising materials mentioning features ";
  private static final String BSD_ENDORSEMENT =
      " endorse or promote products derived from this software ";

  private static final Set<String> GNU_VERSIONS = Set.of("2.0", "2.1", "3.0");
  private static final Map<String, String> GNU_NAMES =
      Map.of(
          " gnu affero general public license ", "AGPL",
          " gnu lesser general public license ", "LGPL",
          " gnu library general public license ", "LGPL",
          " gnu general public license ", "GPL");
  private static final int VERSION_CHARS = 300;

  /** Room for "version 2 1 of the". */
  private static final int VERSION_CHARS_BEFORE = " version 2 1 of the ".length() - 1;

  private LicencePhrases() {}

  /** The one licence that the words name, or two that they offer; else empty. */
  static Optional<String> find(String words) {
    TreeSet<String> found = new TreeSet<>();
    for (Phrase phrase : PHRASES) {
      if (words.contains(phrase.words())) {
        found.add(phrase.licence());
      }
    }
    bsd(words).ifPresent(found::add);
    gnu(words).ifPresent(found::add);
    boolean isChoice =
        found.equals(Set.of("Apache-2.0", "MIT")) && words.contains(" at your option ");
    if (isChoice) {
      return Optional.of("Apache-2.0 OR MIT");
    }
    return found.size() == 1 ? Optional.of(found.first()) : Optional.empty();
  }

  /** Two or three clauses can be told apart only if the lines go on to the disclaimer. */
  private static Optional<String> bsd(String words) {
    int conditions = words.indexOf(BSD);
    if (conditions < 0 || words.indexOf(BSD_DISCLAIMER, conditions) < 0) {
      return Optional.empty();
    }
    if (words.contains(BSD_ADVERTISING)) {
      return Optional.of("BSD-4-Clause");
    }
    return Optional.of(words.contains(BSD_ENDORSEMENT) ? "BSD-3-Clause" : "BSD-2-Clause");
  }

  private static Optional<String> gnu(String words) {
    int at = Integer.MAX_VALUE;
    String family = "";
    for (Map.Entry<String, String> name : GNU_NAMES.entrySet()) {
      int found = words.indexOf(name.getKey());
      if (found >= 0 && found < at) {
        at = found;
        family = name.getValue();
      }
    }
    if (family.isEmpty()) {
      return Optional.empty();
    }
    String near = words.substring(at, Math.min(words.length(), at + VERSION_CHARS));
    String version = version(words.substring(Math.max(0, at - VERSION_CHARS_BEFORE), at + 1));
    version = version.isEmpty() ? version(near) : version;
    if (version.isEmpty()) {
      return Optional.empty();
    }
    boolean isOrLater = near.contains(" any later version ") || near.contains(" or later ");
    String exception =
        family.equals("GPL") && words.contains(" classpath exception ")
            ? " WITH Classpath-exception-2.0"
            : "";
    return Optional.of(family + "-" + version + (isOrLater ? "-or-later" : "-only") + exception);
  }

  /** The number behind the first "version", with one decimal; empty if there is none known. */
  private static String version(String words) {
    int at = words.indexOf(" version ");
    if (at < 0) {
      return "";
    }
    String[] next = words.substring(at + " version ".length()).split(" ", 3);
    boolean hasDecimal = next.length > 1 && next[1].length() == 1 && isDigit(next[1].charAt(0));
    String version = next[0] + "." + (hasDecimal ? next[1] : "0");
    return GNU_VERSIONS.contains(version) ? version : "";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
