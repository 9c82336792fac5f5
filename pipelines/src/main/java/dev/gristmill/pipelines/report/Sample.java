// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A document to look at.
 *
 * @param kept whether it was kept
 * @param stage that dropped it, "" if it was kept
 * @param rule the first it failed, "" if it was kept
 * @param place where a seeded hash of the id puts it; the smallest of a rule are shown
 * @param id the document's
 * @param url "" if unknown
 * @param source tag of its input
 * @param language ISO 639-3
 * @param title "" if none
 * @param value measured, null if it was kept or the value is no number
 * @param limit that it broke, null likewise
 * @param detail what numbers cannot say, "" if nothing
 * @param text its beginning
 */
public record Sample(
    boolean kept,
    String stage,
    String rule,
    long place,
    String id,
    String url,
    String source,
    String language,
    String title,
    Double value,
    Double limit,
    String detail,
    String text) {

  /** Samples of a rule, or of a language among the kept. */
  static final int MOST = 5;

  private static final int LINE_CHARS = 400;
  private static final int TEXT_CHARS = 700;
  private static final Comparator<Sample> ORDER =
      Comparator.comparingLong(Sample::place).thenComparing(Sample::id);

  /**
   * Merges the samples of all splits: kept ones by language, then dropped ones by stage and rule,
   * each by place.
   */
  static List<Sample> merge(RunDirectory directory, List<Split> splits) throws IOException {
    TreeMap<String, List<Sample>> groups = new TreeMap<>();
    for (Split split : splits) {
      JsonFile.read(
          directory,
          "work/" + Phase.FINISH + "/" + split.unit() + "/samples.jsonl",
          line -> {
            offer(of(line), groups);
            return true;
          });
    }
    List<Sample> all = new ArrayList<>();
    groups.values().forEach(all::addAll);
    return all;
  }

  private static void offer(Sample sample, TreeMap<String, List<Sample>> groups) {
    String name = sample.kept ? "0|" + sample.language : "1|" + sample.stage + "|" + sample.rule;
    List<Sample> group = groups.computeIfAbsent(name, key -> new ArrayList<>());
    int at = group.size();
    while (at > 0 && ORDER.compare(sample, group.get(at - 1)) < 0) {
      at--;
    }
    group.add(at, sample);
    if (group.size() > MOST) {
      group.remove(MOST);
    }
  }

  private static Sample of(JsonNode line) {
    boolean kept = !line.has("limit");
    return new Sample(
        kept,
        kept ? "" : JsonFile.text(line, "stage", LINE_CHARS),
        kept ? "" : JsonFile.text(line, "rule", LINE_CHARS),
        line.path("place").asLong(),
        JsonFile.text(line, "id", LINE_CHARS),
        JsonFile.text(line, "url", LINE_CHARS),
        JsonFile.text(line, "source", LINE_CHARS),
        JsonFile.text(line, "language", LINE_CHARS),
        JsonFile.text(line, "title", LINE_CHARS),
        number(line.path("value")),
        number(line.path("limit")),
        JsonFile.text(line, "detail", LINE_CHARS),
        JsonFile.text(line, "text", TEXT_CHARS));
  }

  private static Double number(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.asDouble()) ? value.asDouble() : null;
  }
}
