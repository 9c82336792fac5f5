// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.List;

/** Documents and tokens by language. */
final class LanguageSection {

  private static final int FIRST = 25;

  private LanguageSection() {}

  static void write(Html html, Stats stats) {
    Section.LANGUAGES.begin(html);
    List<LanguageCount> languages = stats.languages();
    Section.note(html, "ISO 639-3 codes; und where none was identified.");
    table(html, languages.subList(0, Math.min(FIRST, languages.size())), stats.totals());
    if (languages.size() > FIRST) {
      html.open("details", "class", "free");
      html.leaf("summary", Numbers.count(languages.size() - FIRST) + " more languages");
      table(html, languages.subList(FIRST, languages.size()), stats.totals());
      html.closeLine();
    }
    html.closeLine();
  }

  private static void table(Html html, List<LanguageCount> languages, Totals totals) {
    Table table =
        new Table(
            html,
            "language",
            ">documents",
            ">kept",
            ">share kept",
            ">tokens kept",
            ">tokens in shards",
            ">share of tokens",
            "tokens");
    for (LanguageCount language : languages) {
      table.row(language.language()).count(language.in()).count(language.kept());
      table.number(Numbers.percent(Totals.share(language.kept(), language.in())));
      table.count(language.keptTokens()).count(language.tokens());
      table.number(Numbers.percent(Totals.share(language.tokens(), totals.tokens())));
      table.bar(language.tokens(), 0, totals.tokens()).end();
    }
    table.close();
  }
}
