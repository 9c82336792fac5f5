// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import dev.gristmill.filters.Rule;
import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.Fates;
import dev.gristmill.pipelines.split.Judged;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The life of a document, told from the ledger and the split tables: where it was read, every rule
 * with value and limit, its duplicates, where its tokens are.
 */
public final class Life {

  private static final int MOST_MATES = 20;

  private final RunDirectory directory;
  private final Manifest manifest;
  private final List<String> lines = new ArrayList<>();

  private Life(RunDirectory directory, Manifest manifest) {
    this.directory = directory;
    this.manifest = manifest;
  }

  /**
   * The lives of all documents of that id, input id or URL, as lines of text; empty if there is
   * none.
   *
   * @throws IOException if the ledger cannot be read
   */
  public static List<String> of(RunDirectory directory, Manifest manifest, String wanted)
      throws IOException {
    Life life = new Life(directory, manifest);
    for (Split split : manifest.splits()) {
      String path = "ledger/documents-" + split.unit() + ".parquet";
      try (TableReader ledger = TableReader.open(directory.open(path), Ledger.DOCUMENTS)) {
        for (Row row = ledger.next(); row != null; row = ledger.next()) {
          if (wanted.equals(row.text(Ledger.at("id")))
              || wanted.equals(row.text(Ledger.at("user_id")))
              || wanted.equals(row.text(Ledger.at("url")))) {
            life.tell(split, row);
          }
        }
      }
    }
    return life.lines;
  }

  private void tell(Split split, Row ledger) throws IOException {
    SplitDocument document = find(split, (int) ledger.number(Ledger.at("row")));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("document   " + document.id());
    optional("input id   ", document.userId());
    optional("url        ", document.url());
    optional("title      ", document.title());
    if (document.date() >= 0) {
      lines.add("crawled    " + Instant.ofEpochSecond(document.date()));
    }
    lines.add("source     " + split.source());
    boolean isMember = !split.members().isEmpty();
    String path = isMember ? split.members().get((int) document.offset()).path() : "";
    lines.add(
        "read from  " + split.file() + path + (isMember ? "" : ", offset " + document.offset()));
    lines.add(
        "bytes      " + document.pageBytes() + " read, " + document.textBytes()[0] + " of text");
    lines.add("");
    stages(document);
    lines.add("");
    if (ledger.number(Ledger.at("kept")) == 1) {
      lines.add("fate       kept, " + ledger.number(Ledger.at("tokens")) + " tokens");
      spans(document.id().toString());
    } else {
      lines.add(
          "fate       dropped by "
              + ledger.text(Ledger.at("stage"))
              + ": "
              + ledger.text(Ledger.at("rule")));
    }
    mates(document, ledger);
  }

  private void optional(String label, String value) {
    if (!value.isEmpty()) {
      lines.add(label + value);
    }
  }

  private SplitDocument find(Split split, int row) throws IOException {
    Map<String, Journal> decided = new TreeMap<>();
    manifest.decided().forEach(name -> decided.put(name, new Journal(directory, name)));
    try (SplitReader reader =
        new SplitReader(
            directory,
            new Journal(directory, Phase.MEASURE),
            split,
            SignalPlan.of(manifest.recipe()),
            decided)) {
      for (SplitDocument document = reader.next(); document != null; document = reader.next()) {
        if (document.row() == row) {
          return document;
        }
      }
    }
    throw new IOException("split " + split.unit() + " has no row " + row);
  }

  private void stages(SplitDocument document) throws IOException {
    SignalPlan plan = SignalPlan.of(manifest.recipe());
    List<Failed> failed = new Fates(manifest.recipe(), plan).judge(document);
    told(Fates.EXTRACT, failed);
    if (document.extract().isEmpty()) {
      told(Fates.IDENTITY, failed);
    }
    if (!document.extract().isEmpty()) {
      return;
    }
    for (int i = 0; i < manifest.recipe().stages().size(); i++) {
      Recipe.Stage stage = manifest.recipe().stages().get(i);
      if (plan.judged().containsKey(i)) {
        rules(plan.judged().get(i), document);
        rewritten(i, document);
      } else if (stage instanceof Stages.Language) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-28s %s (%s), score %.4f",
                stage.name(),
                document.language(),
                document.script(),
                document.signals()[plan.languageColumn()]));
        failures(stage.name(), failed);
      } else if (stage.rewrites()) {
        rewritten(i, document);
      } else {
        told(stage.name(), failed);
      }
    }
  }

  private void rewritten(int stage, SplitDocument document) {
    Recipe recipe = manifest.recipe();
    if (recipe.stages().get(stage).rewrites()) {
      long before = document.textBytes()[recipe.versionAt(stage)];
      long after = document.textBytes()[recipe.versionAt(stage + 1)];
      String name = recipe.stages().get(stage).name();
      lines.add(name + ": " + before + " bytes in, " + after + " out");
    }
  }

  /** A stage without values of its own: passed, or what it failed. */
  private void told(String stage, List<Failed> failed) {
    boolean fails = failed.stream().anyMatch(one -> one.stage().equals(stage));
    lines.add(fails ? stage : stage + ": passed");
    failures(stage, failed);
  }

  private void rules(Judged judged, SplitDocument document) {
    if (!judged.selection().applies(document.language(), document.source())) {
      lines.add(
          judged.name()
              + ": does not apply to "
              + document.language()
              + " of source "
              + document.source());
      return;
    }
    lines.add(judged.name());
    for (int i = 0; i < judged.rules().size(); i++) {
      Rule rule = judged.rules().get(i);
      double value = document.signals()[judged.ruleColumns()[i]];
      lines.add(rule(rule.check(value).isPresent(), rule.id(), value, rule.limit(), ""));
    }
  }

  private void failures(String stage, List<Failed> failed) {
    failed.stream()
        .filter(one -> one.stage().equals(stage))
        .forEach(one -> lines.add(rule(true, one.rule(), one.value(), one.limit(), one.detail())));
  }

  private static String rule(boolean fails, String id, double value, double limit, String detail) {
    return String.format(
        Locale.ROOT,
        "  %s %-34s value %-12s limit %s%s",
        fails ? "FAIL" : "ok  ",
        id,
        number(value),
        number(limit),
        detail.isEmpty() ? "" : "  (" + detail + ")");
  }

  private static String number(double value) {
    return value == StrictMath.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  private void spans(String id) throws IOException {
    for (String path : directory.list("ledger/spans-*").keySet()) {
      try (TableReader table = TableReader.open(directory.open(path), Ledger.SPANS)) {
        for (Row row = table.next(); row != null; row = table.next()) {
          if (row.text(0).equals(id)) {
            lines.add(
                "tokens     shard "
                    + row.number(1)
                    + ", row "
                    + row.number(2)
                    + ", positions "
                    + row.number(3)
                    + " to "
                    + row.number(4));
          }
        }
      }
    }
  }

  private void mates(SplitDocument document, Row ledger) throws IOException {
    String keeper = ledger.text(Ledger.at("keeper"));
    boolean keeps =
        document.decisions().values().stream()
            .anyMatch(decision -> decision.kind() == Decision.Kind.CLUSTER);
    if (keeper.isEmpty() && !keeps) {
      return;
    }
    String root = keeper.isEmpty() ? document.id().toString() : keeper;
    lines.add("cluster    kept is " + root);
    int told = 0;
    for (Split split : manifest.splits()) {
      String path = "ledger/documents-" + split.unit() + ".parquet";
      try (TableReader table = TableReader.open(directory.open(path), Ledger.DOCUMENTS)) {
        for (Row row = table.next(); row != null && told < MOST_MATES; row = table.next()) {
          if (row.text(Ledger.at("keeper")).equals(root)) {
            lines.add(
                "           dropped "
                    + row.text(Ledger.at("id"))
                    + " "
                    + row.text(Ledger.at("url")));
            told++;
          }
        }
      }
    }
  }
}
