// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/** Documents and tokens by source, and the mix of the tokens. */
final class SourceSection {

  private SourceSection() {}

  static void write(Html html, Stats stats) {
    Section.SOURCES.begin(html);
    Section.note(
        html,
        Numbers.percent(stats.totals().syntheticShare())
            + " of the tokens are from sources that are marked synthetic.");
    Table sources =
        new Table(
            html,
            "source",
            "synthetic",
            ">documents",
            ">kept",
            ">share kept",
            ">tokens kept",
            ">tokens in shards",
            ">share of tokens",
            "tokens");
    for (SourceCount source : stats.sources()) {
      sources.row(source.source()).cell(source.synthetic() ? "yes" : "no");
      sources.count(source.in()).count(source.kept());
      sources.number(Numbers.percent(Totals.share(source.kept(), source.in())));
      sources.count(source.keptTokens()).count(source.tokens());
      sources.number(Numbers.percent(source.share()));
      sources.bar(source.tokens(), 0, stats.totals().tokens()).end();
    }
    sources.close();
    Mixture mix = stats.mix();
    if (mix.targets().isEmpty()) {
      Section.note(html, "The recipe asks for no mix: every kept document is used once.");
    } else {
      targets(html, mix);
    }
    html.closeLine();
  }

  private static void targets(Html html, Mixture mix) {
    html.leaf("h3", "Mix");
    Section.note(
        html,
        "At most "
            + Numbers.value(mix.maxEpochs())
            + " epochs, "
            + (mix.tokensWanted() == 0
                ? "as many tokens as there were"
                : Numbers.count(mix.tokensWanted()) + " tokens wanted")
            + ". Documents are used whole and chosen by hash, so targets of few documents miss their"
            + " share.");
    Table targets =
        new Table(
            html,
            "target",
            ">share wanted",
            ">reached",
            ">epochs",
            ">documents",
            ">used",
            ">copies",
            ">tokens available",
            ">tokens in shards",
            "tokens");
    long all = mix.targets().stream().mapToLong(Mixture.Target::tokens).sum();
    for (Mixture.Target target : mix.targets()) {
      targets.row(target.target()).number(Numbers.percent(target.wanted()));
      targets.number(Numbers.percent(target.reached())).number(Numbers.value(target.epochs()));
      targets.count(target.documents()).count(target.used()).count(target.copies());
      targets.count(target.available()).count(target.tokens());
      targets.bar(target.tokens(), 0, all).end();
    }
    targets.close();
    Section.note(html, "Left out: " + FunnelSection.reasons(mix.leftOut(), "no document") + ".");
  }
}
