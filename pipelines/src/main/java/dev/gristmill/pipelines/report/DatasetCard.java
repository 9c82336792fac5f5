// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data set's card: where it comes from, what was done to it, what it holds, how to read it.
 *
 * <p>Source: the headings follow Gebru et al., "Datasheets for Datasets" (CACM 2021), as far as a
 * program can answer them; the front matter is that of the Hugging Face Hub.
 */
final class DatasetCard {

  private static final int LANGUAGES = 100;

  private final Stats stats;
  private final StringBuilder out = new StringBuilder();

  private DatasetCard(Stats stats) {
    this.stats = stats;
  }

  static String of(Stats stats) {
    DatasetCard card = new DatasetCard(stats);
    card.frontMatter();
    card.summary();
    card.provenance();
    card.processing();
    card.composition();
    card.out.append(ShardGuide.of(stats));
    card.reproduction();
    return card.out.toString();
  }

  private void frontMatter() {
    out.append("---\npretty_name: ").append(quoted(stats.run().name())).append('\n');
    out.append("license: other\ntask_categories:\n- text-generation\n");
    stats.languages().stream()
        .filter(language -> language.tokens() > 0 && !language.language().equals("und"))
        .limit(LANGUAGES)
        .map(language -> "- " + quoted(language.language()) + "\n")
        .reduce(String::concat)
        .ifPresent(list -> out.append("language:\n").append(list));
    if (stats.packing().outputs().stream().anyMatch(o -> o.folder().equals("tokens/parquet"))) {
      out.append("configs:\n- config_name: default\n  data_files: tokens/parquet/*.parquet\n");
    }
    out.append("---\n\n# ").append(Markdown.text(stats.run().name())).append("\n\n");
  }

  private void summary() {
    Totals totals = stats.totals();
    out.append(Numbers.count(totals.tokens())).append(" tokens (vocabulary ");
    out.append(Markdown.text(stats.run().vocabulary())).append(") of ");
    out.append(Numbers.count(totals.documents())).append(" documents in ");
    out.append(Numbers.count(stats.packing().rows())).append(" rows of ");
    out.append(Numbers.count(stats.packing().length())).append(" tokens; ");
    out.append(Numbers.percent(totals.syntheticShare())).append(" of the tokens are synthetic. ");
    out.append(Numbers.count(totals.kept())).append(" of ").append(Numbers.count(totals.pages()));
    out.append(" documents read were kept. Made by Gristmill ");
    out.append(Markdown.text(stats.run().version())).append(".\n");
  }

  private void provenance() {
    heading("Provenance");
    out.append(
        Markdown.head("file", "source", "format", "synthetic", ">bytes", ">splits", "SHA-256"));
    for (RunFacts.Input input : stats.run().inputs()) {
      out.append(
          Markdown.row(
              input.file(),
              input.source(),
              input.format(),
              input.synthetic() ? "yes" : "no",
              Numbers.count(input.bytes()),
              Numbers.count(input.splits()),
              input.sha256()));
    }
    if (stats.run().files() > stats.run().inputs().size()) {
      out.append("\nThese are the first of ").append(Numbers.count(stats.run().files()));
      out.append(" files; `manifest.json` has all.\n");
    }
    out.append("\nThe SHA-256 of a file that was read in several splits is over the digests of");
    out.append(" its splits.\n");
    heading("Licences");
    out.append("The licences of the inputs apply. The program adds no right to them and does not");
    out.append(" know them.\n");
  }

  private void processing() {
    heading("Processing");
    out.append(Markdown.head("stage", "kind", ">in", ">dropped", ">kept", ">bytes kept"));
    for (StageFlow stage : stats.stages()) {
      out.append(
          Markdown.row(
              stage.stage(),
              stage.kind(),
              Numbers.count(stage.in()),
              Numbers.count(stage.dropped()),
              Numbers.count(stage.out()),
              Numbers.count(stage.bytesOut())));
    }
    if (!stats.mix().targets().isEmpty()) {
      out.append("\n### Mix\n\n");
      out.append(Markdown.head("target", ">share wanted", ">reached", ">epochs", ">tokens"));
      for (Mixture.Target target : stats.mix().targets()) {
        out.append(
            Markdown.row(
                target.target(),
                Numbers.percent(target.wanted()),
                Numbers.percent(target.reached()),
                Numbers.value(target.epochs()),
                Numbers.count(target.tokens())));
      }
    }
  }

  private void composition() {
    heading("Composition");
    out.append(Markdown.head("language", ">read", ">kept", ">tokens"));
    stats.languages().stream()
        .limit(LANGUAGES)
        .forEach(
            language ->
                out.append(
                    Markdown.row(
                        language.language(),
                        Numbers.count(language.in()),
                        Numbers.count(language.kept()),
                        Numbers.count(language.tokens()))));
    out.append('\n')
        .append(Markdown.head("source", "synthetic", ">read", ">kept", ">tokens", ">share"));
    for (SourceCount source : stats.sources()) {
      out.append(
          Markdown.row(
              source.source(),
              source.synthetic() ? "yes" : "no",
              Numbers.count(source.in()),
              Numbers.count(source.kept()),
              Numbers.count(source.tokens()),
              Numbers.percent(source.share())));
    }
  }

  private void reproduction() {
    heading("Reproduction");
    out.append(Markdown.head("what", "SHA-256"));
    out.append(Markdown.row("input", stats.run().inputSha256()));
    for (Map.Entry<String, String> digest : new TreeMap<>(stats.run().digests()).entrySet()) {
      out.append(Markdown.row(digest.getKey(), digest.getValue()));
    }
    out.append("\nThe recipe as resolved; paths are cut to file names, empty lists left out:\n\n");
    out.append(Markdown.code("json", Stats.indented(RecipeTree.brief(stats.run().recipe()))));
  }

  /** A JSON string, which is a YAML scalar too. */
  private static String quoted(String text) {
    return Visible.of(TextNode.valueOf(text).toString());
  }

  private void heading(String title) {
    out.append("\n## ").append(title).append("\n\n");
  }
}
