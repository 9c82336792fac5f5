// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.classifiers.embed.Centroids;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Digests;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.runner.Runner;
import dev.gristmill.pipelines.semantic.CentroidRound;
import dev.gristmill.pipelines.semantic.DecideSemantic;
import dev.gristmill.pipelines.semantic.Embed;
import dev.gristmill.pipelines.verdict.DecisionJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Drives a semantic stage: vectors, first centroids, rounds until they stand still or there were
 * enough, verdicts. Every job is a phase with its own journal, so a killed run goes on in the round
 * it was in.
 */
final class SemanticRounds {

  private final DecisionJob job;
  private final Stages.Semantic stage;
  private final String reads;
  private final Runner runner;
  private final Curate.Listener listener;

  private SemanticRounds(
      DecisionJob job,
      Stages.Semantic stage,
      String reads,
      Runner runner,
      Curate.Listener listener) {
    this.job = job;
    this.stage = stage;
    this.reads = reads;
    this.runner = runner;
    this.listener = listener;
  }

  /**
   * Runs what is not done yet.
   *
   * @param reads digest of what the stage reads: settings, models and entries before it
   * @return the entries of the verdicts
   */
  static Collection<Entry> run(
      DecisionJob job, Stages.Semantic stage, String reads, Runner runner, Curate.Listener listener)
      throws IOException {
    return new SemanticRounds(job, stage, reads, runner, listener).run();
  }

  private Collection<Entry> run() throws IOException {
    String vectors = stage.name() + "-vectors";
    Collection<Entry> embedded = embed(vectors);
    long count = embedded.stream().mapToLong(entry -> entry.tally().get("embedded")).sum();
    StringBuilder content = new StringBuilder();
    embedded.forEach(
        entry -> entry.files().forEach(file -> content.append(file.sha256()).append('\n')));
    String read = Digests.of(reads, content.toString());
    Centroids centroids = stage.clusters() == 1 || count == 0 ? null : cluster(vectors, read);
    String fingerprint =
        Digests.of(read, centroids == null ? "" : Arrays.toString(centroids.encode()));
    Units units = new Units(job.directory(), stage.name());
    job.units().forEach(unit -> units.want(unit, fingerprint));
    return units
        .complete(
            listener,
            todo ->
                run(stage.name(), DecideSemantic.of(job, stage, vectors, centroids, fingerprint)))
        .values();
  }

  private Collection<Entry> embed(String phase) throws IOException {
    Units units = new Units(job.directory(), phase);
    String fingerprint = Digests.of("embed", reads);
    job.splits().forEach(split -> units.want(split.unit(), fingerprint));
    return units
        .complete(
            listener,
            todo -> {
              Map<Split, String> work = new LinkedHashMap<>();
              job.splits().stream()
                  .filter(split -> todo.contains(split.unit()))
                  .forEach(split -> work.put(split, fingerprint));
              run(phase, Embed.of(job, stage, phase, work));
            })
        .values();
  }

  private Centroids cluster(String vectors, String read) throws IOException {
    Centroids centroids = null;
    for (int round = 0; round <= stage.rounds(); round++) {
      String phase = stage.name() + "-round-" + round;
      String fingerprint = Digests.of(read, phase, Integer.toString(stage.clusters()));
      Units units = new Units(job.directory(), phase);
      units.want(CentroidRound.UNIT, fingerprint);
      Centroids before = centroids;
      units.complete(
          listener,
          todo ->
              run(
                  phase,
                  before == null
                      ? CentroidRound.first(job, vectors, phase, stage.clusters(), fingerprint)
                      : CentroidRound.next(job, vectors, phase, before, fingerprint)));
      centroids = CentroidRound.result(job.directory(), phase);
      if (centroids.equals(before)) {
        break;
      }
    }
    return centroids;
  }

  private void run(String phase, PTransform<PBegin, PDone> transform) {
    runner.run(phase, pipeline -> pipeline.apply("Semantic", transform));
  }
}
