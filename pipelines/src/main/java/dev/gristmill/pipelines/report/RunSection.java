// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.Map;
import java.util.TreeMap;

/** Inputs, digests and the recipe: what it takes to do it again. */
final class RunSection {

  private RunSection() {}

  static void write(Html html, Stats stats) {
    RunFacts run = stats.run();
    Section.RUN.begin(html);
    Table facts = new Table(html, "what", "value");
    facts.row("version").cell("Gristmill " + run.version()).end();
    facts.row("seed").cell(Long.toString(run.seed())).end();
    facts.row("sample").cell(Numbers.percent(run.sample()) + " of the pages").end();
    facts
        .row("vocabulary")
        .cell(run.vocabulary() + ", " + Numbers.count(run.vocabularySize()) + " ids")
        .end();
    facts.row("splits").cell(Numbers.count(run.splits())).end();
    for (Map.Entry<String, String> digest : new TreeMap<>(run.digests()).entrySet()) {
      facts.row("digest of " + digest.getKey()).cell(digest.getValue()).end();
    }
    facts.row("digest of the input").cell(run.inputSha256()).end();
    facts.close();
    html.leaf("h3", "Input");
    Table inputs =
        new Table(html, "file", "source", "format", "synthetic", ">bytes", ">splits", "SHA-256");
    for (RunFacts.Input input : run.inputs()) {
      inputs.row(input.file()).cell(input.source()).cell(input.format());
      inputs.cell(input.synthetic() ? "yes" : "no").count(input.bytes());
      inputs.count(input.splits()).cell(input.sha256()).end();
    }
    inputs.close();
    if (run.files() > run.inputs().size()) {
      Section.note(
          html,
          Numbers.count(run.files() - run.inputs().size())
              + " more files; manifest.json has all of them.");
    }
    html.open("details", "class", "free")
        .leaf("summary", "Recipe as resolved, empty lists left out");
    html.leaf("pre", Stats.indented(RecipeTree.brief(run.recipe())), "tabindex", "0").close();
    html.closeLine();
  }
}
