// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Everything the report shows, as data; as JSON it is what {@code src/conf/stats.schema.json} says.
 *
 * <p>Files are given by their names, without folders; there are no times. Texts that came from
 * documents are cut to a stated length and otherwise as they were: whoever shows them must escape
 * them.
 *
 * @param schema version of this form; a consumer of version n may ignore keys it does not know
 * @param run what was run, on what
 * @param totals the run in numbers
 * @param skipped records that are no pages, by reason
 * @param bad units in the dead-letter output, by reason
 * @param stages every stage in order, with its rules
 * @param languages by documents in, most first
 * @param sources by tag
 * @param histograms of documents
 * @param clusters of each deduplicating stage
 * @param mix the targets and what came of them; without targets empty
 * @param packing rows, shards and files
 * @param samples a few documents of each rule and language
 * @param deadLetters the first of them
 */
public record Stats(
    int schema,
    RunFacts run,
    Totals totals,
    Map<String, Long> skipped,
    Map<String, Long> bad,
    List<StageFlow> stages,
    List<LanguageCount> languages,
    List<SourceCount> sources,
    List<Histogram> histograms,
    List<Clusters> clusters,
    Mixture mix,
    Packing packing,
    List<Sample> samples,
    List<DeadLetter> deadLetters) {

  /** The version that this program writes. */
  public static final int SCHEMA = 1;

  /**
   * The statistics of a finished run.
   *
   * @throws IOException if a file of the run is damaged; samples that are gone are none
   */
  public static Stats of(RunDirectory directory, Manifest manifest) throws IOException {
    RunFacts run = RunFacts.of(directory, manifest);
    List<SourceCount> sources = SourceCount.all(manifest);
    return new Stats(
        SCHEMA,
        run,
        Totals.of(manifest, sources),
        manifest.measure().under("skipped"),
        manifest.measure().under("bad"),
        StageFlow.all(manifest),
        LanguageCount.all(manifest),
        sources,
        Histogram.all(manifest.finish()),
        Clusters.all(directory, manifest),
        Mixture.of(manifest),
        Packing.of(manifest),
        Sample.merge(directory, manifest.splits()),
        DeadLetter.first(directory, manifest.files()));
  }

  /** Indented JSON that ends in a line feed. */
  public String json() {
    return indented(this) + "\n";
  }

  /** Indented JSON with the same bytes on every platform and Java version. */
  static String indented(Object value) {
    DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
            .withObjectIndenter(twoSpaces)
            .withArrayIndenter(twoSpaces);
    try {
      return Json.LINE
          .writer(printer)
          .with(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("statistics are plain data", e);
    }
  }
}
