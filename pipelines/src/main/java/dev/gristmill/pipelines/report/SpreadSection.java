// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.List;
import java.util.function.Function;

/** How documents spread over length, quality, language score and words of adult sites. */
final class SpreadSection {

  private SpreadSection() {}

  static void write(Html html, Stats stats) {
    Section.SPREAD.begin(html);
    html.open("p", "class", "note").open("span", "class", "key ck").close().text("kept");
    html.open("span", "class", "key cd").close();
    html.text("dropped. Lengths are in powers of two; a column that is hardly there is one");
    html.text(" document or a few.").close();
    html.open("div", "class", "charts");
    for (Histogram histogram : stats.histograms()) {
      List<Histogram.Bucket> buckets = histogram.buckets();
      Bars.columns(html, caption(histogram.name()), buckets, edge(histogram.name()));
    }
    html.close().closeLine();
  }

  private static String caption(String name) {
    return switch (name) {
      case "text_bytes" -> "Bytes of text";
      case "tokens" -> "Tokens of kept documents";
      case "quality" -> "Quality score";
      case "language_score" -> "Score of the language";
      case "nsfw_word_share" -> "Share of words of adult sites";
      default -> name;
    };
  }

  private static Function<Double, String> edge(String name) {
    return switch (name) {
      case "text_bytes" -> value -> Numbers.bytes(value.longValue());
      case "tokens" -> value -> Numbers.count(value.longValue());
      case "nsfw_word_share" -> Numbers::percent;
      default -> Numbers::value;
    };
  }
}
