// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.Tally;
import java.util.List;
import java.util.Map;

/**
 * A run in a few numbers.
 *
 * @param pages documents read
 * @param skipped records that are no pages
 * @param bad units that could not be read
 * @param badShare of pages and bad units, 0 to 1
 * @param pageBytes of the pages as read
 * @param textBytes of the extracted texts
 * @param dropped pages that a rule dropped
 * @param kept pages that none did
 * @param keptTokens of the kept pages, each once, ends of text included
 * @param documents in the shards: kept pages as often as the mix uses them
 * @param tokens in the shards, padding apart
 * @param syntheticShare of those tokens from sources that a model made, 0 to 1
 * @param writtenTextBytes of the documents in the shards
 */
public record Totals(
    long pages,
    long skipped,
    long bad,
    double badShare,
    long pageBytes,
    long textBytes,
    long dropped,
    long kept,
    long keptTokens,
    long documents,
    long tokens,
    double syntheticShare,
    long writtenTextBytes) {

  static Totals of(Manifest manifest, List<SourceCount> sources) {
    Tally measure = manifest.measure();
    long pages = measure.get("pages");
    long kept = sum(manifest.finish().under("survivors"));
    long synthetic =
        sources.stream().filter(SourceCount::synthetic).mapToLong(SourceCount::tokens).sum();
    long tokens = sources.stream().mapToLong(SourceCount::tokens).sum();
    return new Totals(
        pages,
        sum(measure.under("skipped")),
        manifest.badUnits(),
        manifest.badShare(),
        measure.get("page_bytes"),
        measure.get("text_bytes"),
        pages - kept,
        kept,
        sum(manifest.finish().under("tokens")),
        manifest.emit().get("documents"),
        manifest.emit().get("tokens"),
        share(synthetic, tokens),
        manifest.emit().get("text_bytes"));
  }

  static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A share of a whole; of nothing it is 0. */
  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
