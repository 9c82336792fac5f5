// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.Comparator;
import java.util.List;

/** Some of what was kept, by language. */
final class KeptSection {

  private static final int MOST = 40;

  private KeptSection() {}

  static void write(Html html, Stats stats) {
    Section.KEPT.begin(html);
    Section.note(html, "Some of the documents that passed every rule, by language.");
    html.open("div", "class", "rules").open("div", "class", "rule head");
    html.leaf("span", "language").leaf("span", "kept", "class", "n");
    html.leaf("span", "of", "class", "n").leaf("span", "share of the kept").close();
    List<LanguageCount> languages =
        stats.languages().stream()
            .filter(language -> language.kept() > 0)
            .sorted(
                Comparator.comparingLong(LanguageCount::kept)
                    .reversed()
                    .thenComparing(LanguageCount::language))
            .limit(MOST)
            .toList();
    for (LanguageCount language : languages) {
      List<Sample> samples =
          stats.samples().stream()
              .filter(sample -> sample.kept() && sample.language().equals(language.language()))
              .toList();
      html.open(samples.isEmpty() ? "div" : "details");
      html.open(samples.isEmpty() ? "div" : "summary", "class", "rule");
      html.open("span").leaf("bdi", language.language()).close();
      html.text(" ").leaf("span", Numbers.count(language.kept()), "class", "n").text(" ");
      html.leaf("span", Numbers.count(language.in()), "class", "n").open("span");
      Bars.row(html, language.kept(), 0, stats.totals().kept());
      html.close().close();
      Cards.write(html, samples);
      html.closeLine();
    }
    html.close().closeLine();
  }
}
