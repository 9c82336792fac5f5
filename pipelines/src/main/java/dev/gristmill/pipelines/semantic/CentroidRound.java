// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.semantic;

import dev.gristmill.classifiers.embed.CentroidSums;
import dev.gristmill.classifiers.embed.Centroids;
import dev.gristmill.classifiers.embed.QuantisedVector;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Spread;
import dev.gristmill.pipelines.verdict.DecisionJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * One round of k-means as a job: the centroids a round begins with go in, those of the next come
 * out as a file. The round before the first picks them.
 *
 * <p>Memory: the centroids' sums, 8 bytes a component; of the first round, k vectors.
 */
public final class CentroidRound extends PTransform<PBegin, PDone> {

  /** Unit and file name of a round. */
  public static final String UNIT = "centroids";

  private final DecisionJob job;
  private final Journal vectors;
  private final Journal round;
  private final byte[] centroids;
  private final int clusters;
  private final String fingerprint;

  private CentroidRound(
      DecisionJob job,
      String vectors,
      String round,
      byte[] centroids,
      int clusters,
      String fingerprint) {
    this.job = job;
    this.vectors = new Journal(job.directory(), vectors);
    this.round = new Journal(job.directory(), round);
    this.centroids = centroids;
    this.clusters = clusters;
    this.fingerprint = fingerprint;
  }

  /** The round that picks the first centroids. */
  public static CentroidRound first(
      DecisionJob job, String vectors, String round, int clusters, String fingerprint) {
    return new CentroidRound(job, vectors, round, null, clusters, fingerprint);
  }

  /** A round that moves centroids. */
  public static CentroidRound next(
      DecisionJob job, String vectors, String round, Centroids before, String fingerprint) {
    return new CentroidRound(job, vectors, round, before.encode(), before.count(), fingerprint);
  }

  /** The centroids that a round left. */
  public static Centroids result(RunDirectory directory, String round) throws IOException {
    byte[] bytes =
        directory
            .read(new Journal(directory, round).folder(UNIT) + ".bin")
            .orElseThrow(() -> new IOException("round " + round + " left no centroids"));
    return Centroids.decode(bytes);
  }

  @Override
  public PDone expand(PBegin begin) {
    PCollection<String> splits = begin.apply("Splits", Spread.of(Work.lines(job.splits())));
    long seed = job.recipe().seed();
    Candidates first = new Candidates(clusters, seed);
    PCollection<byte[]> combined =
        centroids == null
            ? splits
                .apply("Candidates", ParDo.of(new CandidatesFn(vectors, first)))
                .setCoder(ByteArrayCoder.of())
                .apply("First", Combine.globally(first).withoutDefaults())
            : splits
                .apply("Sums", ParDo.of(new SumsFn(vectors, centroids)))
                .setCoder(ByteArrayCoder.of())
                .apply("Add", Combine.globally(new Sums()).withoutDefaults());
    combined.apply(
        "Write",
        ParDo.of(new WriteFn(job.directory(), round, centroids, clusters, seed, fingerprint)));
    return PDone.in(begin.getPipeline());
  }

  private static final class CandidatesFn extends DoFn<String, byte[]> {
    private final Journal vectors;
    private final Candidates first;

    CandidatesFn(Journal vectors, Candidates first) {
      this.vectors = vectors;
      this.first = first;
    }

    @ProcessElement
    public void process(@Element String line, OutputReceiver<byte[]> out) throws IOException {
      try (Vectors each = vectors(vectors, line)) {
        out.output(first.first(each));
      }
    }
  }

  private static Vectors vectors(Journal journal, String line) throws IOException {
    return new Vectors(journal.directory(), journal, Work.of(line).split().unit());
  }

  private static final class SumsFn extends DoFn<String, byte[]> {
    private final Journal vectors;
    private final byte[] centroids;

    SumsFn(Journal vectors, byte[] centroids) {
      this.vectors = vectors;
      this.centroids = centroids;
    }

    @ProcessElement
    public void process(@Element String line, OutputReceiver<byte[]> out) throws IOException {
      Centroids before = Centroids.decode(centroids);
      CentroidSums sums = CentroidSums.of(before);
      try (Vectors each = vectors(vectors, line)) {
        while (each.next()) {
          QuantisedVector vector = each.vector();
          sums.add(before.nearest(vector), vector);
        }
      }
      out.output(sums.encode());
    }
  }

  private static final class WriteFn extends DoFn<byte[], Void> {
    private final RunDirectory directory;
    private final Journal round;
    private final byte[] before;
    private final int clusters;
    private final long seed;
    private final String fingerprint;

    WriteFn(
        RunDirectory directory,
        Journal round,
        byte[] before,
        int clusters,
        long seed,
        String fingerprint) {
      this.directory = directory;
      this.round = round;
      this.before = before;
      this.clusters = clusters;
      this.seed = seed;
      this.fingerprint = fingerprint;
    }

    @ProcessElement
    public void process(@Element byte[] combined) throws IOException {
      Centroids after =
          before == null
              ? Centroids.seed(clusters, new ArrayList<>(Candidates.decode(combined)), seed)
              : CentroidSums.decode(combined).next(Centroids.decode(before));
      round.commit(
          new Entry(
              UNIT,
              fingerprint,
              List.of(directory.write(round.folder(UNIT) + ".bin", after.encode())),
              "",
              new Tally()));
    }
  }
}
