// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.semantic;

import dev.gristmill.classifiers.embed.Centroids;
import dev.gristmill.classifiers.embed.QuantisedVector;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.Shuffle;
import dev.gristmill.pipelines.shuffle.Spread;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.verdict.DecisionFold;
import dev.gristmill.pipelines.verdict.DecisionJob;
import dev.gristmill.pipelines.verdict.KeepOrder;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Semantic duplicates: within a cluster, in keep order, a document is dropped if its vector is near
 * enough to that of one that stays.
 *
 * <p>Source: SemDeDup (Abbas et al. 2023), which compares within k-means clusters as well; it keeps
 * by distance from the centroid, we by the keep policy.
 *
 * <p>A record is cluster (4), keep order, id (16), split (4), row (4), vector. The clusters are
 * sorted and streamed; memory is that of {@link ClusterFold}.
 */
public final class DecideSemantic extends PTransform<PBegin, PDone> {

  private final DecisionJob job;
  private final Stages.Semantic stage;
  private final String vectors;
  private final byte[] centroids;
  private final String fingerprint;

  private DecideSemantic(
      DecisionJob job,
      Stages.Semantic stage,
      String vectors,
      byte[] centroids,
      String fingerprint) {
    this.job = job;
    this.stage = stage;
    this.vectors = vectors;
    this.centroids = centroids;
    this.fingerprint = fingerprint;
  }

  /**
   * Decides which survivors so far say the same.
   *
   * @param vectors phase of the vectors
   * @param centroids what documents are clustered by; null: all in one cluster
   */
  public static DecideSemantic of(
      DecisionJob job,
      Stages.Semantic stage,
      String vectors,
      Centroids centroids,
      String fingerprint) {
    return new DecideSemantic(
        job, stage, vectors, centroids == null ? null : centroids.encode(), fingerprint);
  }

  @Override
  public PDone expand(PBegin begin) {
    KeepOrder order = KeepOrder.of(job.recipe(), stage);
    int partitions = job.recipe().limits().partitions();
    int key = ClusterFold.keyBytes(order.bytes());
    begin
        .apply("Splits", Spread.of(Work.lines(job.splits())))
        .apply("Members", ParDo.of(new MembersFn(job, vectors, centroids, order)))
        .setCoder(Shuffle.coder())
        .apply(
            "Compare",
            Shuffle.of(
                new Shuffle.Plan(partitions, key, job.recipe().limits().sortBytes(), job.homes()),
                new ClusterFold(order.bytes(), stage.threshold(), job.homes())))
        .apply("BringHome", DecisionFold.shuffle(job, fingerprint));
    return PDone.in(begin.getPipeline());
  }

  private static final class MembersFn extends Shuffle.Pack<String> {
    private final DecisionJob job;
    private final Journal vectors;
    private final byte[] centroids;
    private final KeepOrder order;

    MembersFn(DecisionJob job, String vectors, byte[] centroids, KeepOrder order) {
      super(job.recipe().limits().partitions());
      this.job = job;
      this.vectors = new Journal(job.directory(), vectors);
      this.centroids = centroids;
      this.order = order;
    }

    @Override
    protected void pack(String line, Fold.RecordSink sink) throws IOException {
      Split split = Work.of(line).split();
      Centroids clusters = centroids == null ? null : Centroids.decode(centroids);
      int partitions = job.recipe().limits().partitions();
      int key = ClusterFold.keyBytes(order.bytes());
      try (SplitReader documents =
              new SplitReader(
                  job.directory(),
                  new Journal(job.directory(), Phase.MEASURE),
                  split,
                  SignalPlan.of(job.recipe()),
                  job.journals());
          Vectors each = new Vectors(job.directory(), vectors, split.unit())) {
        while (each.next()) {
          SplitDocument document = documents.at(each.row());
          byte[] vector = each.bytes();
          int cluster = clusters == null ? 0 : clusters.nearest(QuantisedVector.decode(vector));
          ByteBuffer record = ByteBuffer.allocate(key + vector.length);
          record.putInt(cluster);
          order.put(document, record);
          record.putLong(document.id().hi()).putLong(document.id().lo());
          record.putInt(split.index()).putInt(document.row());
          record.put(vector);
          sink.record(cluster % partitions, record.array(), record.capacity());
        }
      }
    }
  }
}
