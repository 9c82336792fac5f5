// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes the report of a finished run: the statistics, the page, the dataset card.
 *
 * <p>The same run directory gives the same bytes. None of the files has an entry in the manifest,
 * so a report can be written again at any time. Memory: the statistics, which are bounded by the
 * recipe's rules and the languages, not by the documents. Cost: one read of the samples of each
 * split, a few kilobytes a rule.
 */
public final class Report {

  /** The page. */
  public static final String PAGE = "report/index.html";

  /** The statistics, as {@code src/conf/stats.schema.json} says. */
  public static final String STATS = "report/stats.json";

  /** The dataset card. */
  public static final String CARD = "README.md";

  private Report() {}

  /**
   * Writes all three files.
   *
   * @param manifest of the run in that directory
   * @return what they show
   * @throws IOException if a file cannot be written, or one of the run is damaged
   */
  public static Stats write(RunDirectory directory, Manifest manifest) throws IOException {
    Stats stats = Stats.of(directory, manifest);
    directory.write(CARD, DatasetCard.of(stats).getBytes(StandardCharsets.UTF_8));
    writeStatistics(directory, stats);
    return stats;
  }

  /**
   * Writes the statistics and the page, but no card: there is no data set, only numbers.
   *
   * @throws IOException if a file cannot be written
   */
  public static void writeStatistics(RunDirectory directory, Stats stats) throws IOException {
    directory.write(STATS, stats.json().getBytes(StandardCharsets.UTF_8));
    directory.write(PAGE, Page.of(stats).getBytes(StandardCharsets.UTF_8));
  }
}
