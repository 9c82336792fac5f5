// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.List;

/** What each rule dropped, with documents to look at. */
final class DropsSection {

  private DropsSection() {}

  static void write(Html html, Stats stats) {
    Section.DROPS.begin(html);
    Section.note(
        html,
        "A document is dropped by the first rule it fails, in the order of the recipe, and counts"
            + " there once; failed counts every document that a rule found wanting, also those that"
            + " an earlier rule had dropped. Open a rule to read some of what it dropped.");
    html.open("div", "class", "rules").open("div", "class", "rule head");
    html.leaf("span", "stage and rule").leaf("span", "dropped", "class", "n");
    html.leaf("span", "failed", "class", "n").leaf("span", "share of all dropped").close();
    for (StageFlow stage : stats.stages()) {
      if (!stage.rules().isEmpty()) {
        stage(html, stage, stats);
      }
    }
    html.close().closeLine();
  }

  private static void stage(Html html, StageFlow stage, Stats stats) {
    html.open("div", "class", "rule stage").open("h3").leaf("bdi", stage.stage()).close();
    html.text(" ").leaf("span", Numbers.count(stage.dropped()), "class", "n").text(" ");
    html.leaf("span", "of " + Numbers.count(stage.in()), "class", "n dim");
    html.leaf("span", "").closeLine();
    for (StageFlow.RuleCount rule : stage.rules()) {
      List<Sample> samples =
          stats.samples().stream()
              .filter(
                  sample ->
                      !sample.kept()
                          && sample.stage().equals(stage.stage())
                          && sample.rule().equals(rule.rule()))
              .toList();
      html.open(samples.isEmpty() ? "div" : "details");
      html.open(samples.isEmpty() ? "div" : "summary", "class", "rule");
      html.open("span").leaf("bdi", rule.rule()).close();
      html.text(" ").leaf("span", Numbers.count(rule.dropped()), "class", "n").text(" ");
      html.leaf("span", Numbers.count(rule.failed()), "class", "n").open("span");
      Bars.row(html, 0, rule.dropped(), stats.totals().dropped());
      html.close().close();
      Cards.write(html, samples);
      html.closeLine();
    }
  }
}
