// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.model.MixRate;
import dev.gristmill.pipelines.report.StageFlow;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.Tally;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The funnel as a table for a terminal: what came in, what each stage dropped and why. */
final class FunnelTable {

  private static final int MOST_RULES = 6;

  private FunnelTable() {}

  static void print(Manifest manifest, PrintWriter out) {
    Tally measure = manifest.measure();
    Tally finish = manifest.finish();
    Tally emit = manifest.emit();
    out.println();
    row(out, "stage", "in", "dropped", "kept", "why");
    long skipped = sum(measure.under("skipped"));
    row(
        out,
        "read",
        text(measure.get("pages") + skipped + manifest.badUnits()),
        text(manifest.badUnits()),
        text(measure.get("pages")),
        skipped + " skipped as no pages" + reasons(", bad: ", measure.under("bad")));
    for (String stage : manifest.stages()) {
      Map<String, Long> drops = finish.under("drop", stage);
      String why = reasons("", drops);
      long removed = finish.get("bytes_removed", stage);
      if (removed > 0) {
        why += (why.isEmpty() ? "" : ", ") + removed + " bytes removed";
      }
      row(
          out,
          stage,
          text(finish.get("in", stage)),
          text(sum(drops)),
          text(finish.get("out", stage)),
          why);
    }
    mix(manifest, out);
    out.println();
    out.printf(
        Locale.ROOT,
        "%,d documents, %,d tokens, %,d rows of %,d in %d shard(s), %.2f%% padding%n",
        emit.get("documents"),
        emit.get("tokens"),
        emit.get("rows"),
        manifest.recipe().pack().length(),
        manifest.shards(),
        emit.get("rows") == 0
            ? 0.0
            : 100.0
                * emit.get("padding")
                / ((double) emit.get("rows") * manifest.recipe().pack().length()));
    List<String> idle = idleRules(manifest);
    if (!idle.isEmpty()) {
      out.println("rules that never fired: " + String.join(", ", idle));
    }
    out.println("balance: in = kept + dropped + bad at every stage, in documents and in bytes");
    out.flush();
  }

  /** The mix: what was asked for, what there was, what came out. */
  private static void mix(Manifest manifest, PrintWriter out) {
    Map<String, Long> drops = manifest.mix().under("drop");
    if (manifest.rates().isEmpty()) {
      return;
    }
    Map<String, Long> in = manifest.mix().under("in");
    Map<String, Long> used = manifest.mix().under("used");
    row(out, "mix", text(sum(in)), text(sum(drops)), text(sum(used)), reasons("", drops));
    Map<String, Long> tokens = manifest.mix().under("tokens");
    double all = Math.max(1, sum(tokens));
    for (MixRate rate : manifest.rates()) {
      out.println(
          String.format(
              Locale.ROOT,
              "  %-26s share %5.1f%% wanted, %5.1f%% reached, %.2f epochs of %,d tokens",
              rate.target(),
              100 * rate.share(),
              100 * tokens.getOrDefault(rate.target(), 0L) / all,
              rate.rate(),
              rate.available()));
    }
  }

  /** Rules of the recipe that no document failed: clean input, or a rule set wrong. */
  private static List<String> idleRules(Manifest manifest) {
    return StageFlow.all(manifest).stream()
        .flatMap(flow -> flow.idle().stream().map(rule -> flow.stage() + "/" + rule))
        .toList();
  }

  private static String reasons(String before, Map<String, Long> counts) {
    List<Map.Entry<String, Long>> most =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    if (most.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; i < Math.min(MOST_RULES, most.size()); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(most.get(i).getKey())
          .append(' ')
          .append(most.get(i).getValue());
    }
    return most.size() > MOST_RULES ? text + ", ..." : text.toString();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String text(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void row(
      PrintWriter out, String stage, String in, String dropped, String kept, String why) {
    out.println(
        String.format(Locale.ROOT, "%-28s %10s %10s %10s  %s", stage, in, dropped, kept, why)
            .stripTrailing());
  }
}
