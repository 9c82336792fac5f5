// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the published patterns in java.util.regex: the oracle of {@link ScanSplitter}. Its letters
 * and numbers are the JDK's, and it takes well-formed UTF-8 only.
 */
final class RegexSplitter implements Splitter {
  private final Pattern pattern;

  RegexSplitter(SplitPattern pattern) {
    // In Rust, $ is the end of the text; in Java it may also stand before a last line break.
    String regex = pattern.regex().replace("$", "\\z");
    // UNICODE_CASE so that U+017F folds to s; \s is spelled out as White_Space.
    this.pattern =
        Pattern.compile(
            regex
                .replace("\\S", "\\P{IsWhite_Space}")
                .replace("[^\\s", "[^\\p{IsWhite_Space}")
                .replace("\\s", "\\p{IsWhite_Space}"),
            Pattern.UNICODE_CASE);
  }

  @Override
  public int next(byte[] utf8, int from, int to) {
    Matcher matcher = pattern.matcher(new String(utf8, from, to - from, UTF_8));
    if (!matcher.lookingAt()) {
      throw new IllegalStateException("the pattern must match everywhere");
    }
    return from + matcher.group().getBytes(UTF_8).length;
  }
}
