// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** datatrove's loop over lines with strings and patterns, stopping where it stops. */
final class NaiveC4 {
  private static final String SPACE =
      "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  private static final Pattern BREAK =
      Pattern.compile("\\r\\n|[\\n-\\r\\x1c-\\x1e\\x85\\u2028\\u2029]");
  private static final Pattern CITATION =
      Pattern.compile("\\[\\p{Nd}*]|\\[edit]|\\[citation needed]");
  private static final Pattern END = Pattern.compile("[.?!]+(?=" + SPACE + "|\\z)");
  private static final List<String> POLICY =
      List.of(
          "terms of use",
          "privacy policy",
          "cookie policy",
          "uses cookies",
          "use of cookies",
          "use cookies");

  /** What it says of a document: a reason or "kept", and the text if it is kept. */
  record Result(String reason, String text) {}

  private NaiveC4() {}

  static Result of(String text, boolean terminalPunctuation) {
    List<String> kept = new ArrayList<>();
    int sentences = 0;
    for (String raw : lines(text)) {
      String line = strip(raw);
      List<String> words = line.isEmpty() ? List.of() : List.of(line.split(SPACE + "+", -1));
      if (words.stream().anyMatch(word -> word.codePointCount(0, word.length()) > 1000)) {
        continue;
      }
      line = CITATION.matcher(line).replaceAll("");
      if ((terminalPunctuation && (!line.matches("(?s).*[.?!\"']") || line.endsWith("...")))
          || words.size() < 3) {
        continue;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.contains("lorem ipsum")) {
        return new Result("lorem_ipsum", "");
      }
      if (lower.contains("javascript")) {
        continue;
      }
      if (line.contains("{")) {
        return new Result("curly_bracket", "");
      }
      if (POLICY.stream().anyMatch(lower::contains)) {
        continue;
      }
      sentences += sentences(line);
      kept.add(line);
    }
    return sentences < 5
        ? new Result("too_few_sentences", "")
        : new Result("kept", strip(String.join("\n", kept)));
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    Matcher matcher = BREAK.matcher(text);
    int start = 0;
    while (matcher.find()) {
      lines.add(text.substring(start, matcher.start()));
      start = matcher.end();
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static int sentences(String line) {
    Matcher matcher = END.matcher(line);
    int count = 0;
    int rest = 0;
    while (matcher.find()) {
      count++;
      rest = matcher.end();
    }
    return Math.max(1, count + (strip(line.substring(rest)).isEmpty() ? 0 : 1));
  }

  private static String strip(String text) {
    return text.replaceAll("\\A" + SPACE + "+|" + SPACE + "+\\z", "");
  }
}
