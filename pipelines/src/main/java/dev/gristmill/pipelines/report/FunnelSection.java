// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.List;
import java.util.Map;

/** What every stage let through, in documents and bytes; then tokens, mix and rows. */
final class FunnelSection {

  private FunnelSection() {}

  static void write(Html html, Stats stats) {
    Section.FUNNEL.begin(html);
    html.open("p", "class", "note").open("span", "class", "key ck").close().text("kept");
    html.open("span", "class", "key cd").close().text("dropped by the stage. ");
    html.text("At every stage in = kept + dropped, in documents and in bytes of text.").close();
    Totals totals = stats.totals();
    Table table =
        new Table(
            html,
            "stage",
            ">in",
            ">dropped",
            ">share",
            ">kept",
            "documents",
            ">bytes dropped",
            ">rewritten",
            ">bytes kept",
            "bytes");
    table.row("read");
    table.count(totals.pages() + totals.skipped() + totals.bad());
    table.count(totals.skipped() + totals.bad());
    table.number("").count(totals.pages());
    table.bar(totals.pages(), 0, totals.pages()).number("").number("");
    table.number(Numbers.bytes(totals.textBytes()));
    table.bar(totals.textBytes(), 0, totals.textBytes()).end();
    stats.stages().forEach(stage -> row(table, stage, totals));
    table.close();
    Section.note(
        html,
        "Read leaves out "
            + reasons(stats.skipped(), "no record")
            + " as no pages, and as bad "
            + reasons(stats.bad(), "nothing")
            + ".");
    idle(html, stats.stages());
    tokens(html, stats);
    html.closeLine();
  }

  private static void row(Table table, StageFlow stage, Totals totals) {
    if (stage.kind().equals(stage.stage())) {
      table.row(stage.stage());
    } else {
      table.row(stage.stage(), stage.kind());
    }
    table.count(stage.in()).count(stage.dropped());
    table.number(
        stage.dropped() == 0 ? "" : Numbers.percent(Totals.share(stage.dropped(), stage.in())));
    table.count(stage.out()).bar(stage.out(), stage.dropped(), totals.pages());
    table.number(stage.bytesDropped() == 0 ? "" : Numbers.bytes(stage.bytesDropped()));
    String removed =
        stage.bytesRemoved() == 0 ? "" : "\u2212" + Numbers.bytes(stage.bytesRemoved());
    String added = stage.bytesAdded() == 0 ? "" : " +" + Numbers.bytes(stage.bytesAdded());
    table.number((removed + added).strip()).number(Numbers.bytes(stage.bytesOut()));
    table.bar(stage.bytesOut(), stage.bytesDropped(), totals.textBytes()).end();
  }

  private static void tokens(Html html, Stats stats) {
    Totals totals = stats.totals();
    Table table = new Table(html, "after the stages", ">documents", ">tokens", "how");
    table.row("tokenize").count(totals.kept()).count(totals.keptTokens());
    table.cell("every kept document once, with its end of text").end();
    if (!stats.mix().targets().isEmpty()) {
      long used = stats.mix().targets().stream().mapToLong(Mixture.Target::used).sum();
      table.row("mix").count(totals.documents()).count(totals.tokens());
      table.cell(
          Numbers.count(used)
              + " of them different; left out: "
              + reasons(stats.mix().leftOut(), "none"));
      table.end();
    }
    Packing packing = stats.packing();
    table.row("pack").count(totals.documents()).count(totals.tokens());
    table.cell(
        Numbers.count(packing.rows())
            + " rows with "
            + Numbers.count(packing.padding())
            + " tokens of padding");
    table.end();
    table.close();
  }

  /** Rules that never struck: the input is clean of it, or the limit is wrong. */
  private static void idle(Html html, List<StageFlow> stages) {
    long idle = stages.stream().mapToLong(stage -> stage.idle().size()).sum();
    if (idle == 0) {
      return;
    }
    html.open("details", "class", "free");
    html.leaf("summary", Numbers.count(idle) + " rules that no document failed");
    html.open("ul", "class", "cols");
    for (StageFlow stage : stages) {
      for (String rule : stage.idle()) {
        html.open("li").leaf("bdi", rule);
        if (!rule.equals(stage.stage())) {
          html.text(" ").leaf("span", stage.stage(), "class", "dim");
        }
        html.closeLine();
      }
    }
    html.close().closeLine();
  }

  static String reasons(Map<String, Long> counts, String none) {
    if (counts.isEmpty()) {
      return none;
    }
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (reason, count) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(Numbers.count(count))
                .append(' ')
                .append(reason));
    return text.toString();
  }
}
