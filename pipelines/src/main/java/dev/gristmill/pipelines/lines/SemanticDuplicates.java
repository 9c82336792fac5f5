// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.classifiers.embed.Embedder;
import dev.gristmill.classifiers.embed.QuantisedVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents that say nearly the same, as the semantic stage of a run with one cluster finds them:
 * in keep order, a document is dropped if the cosine of its vector and that of one that stays is at
 * least the threshold; the nearest is its keeper, of equals the first. A blank document is kept.
 * The cluster is the digest of the keeper's id.
 *
 * <p>Later documents are compared with the first {@link #MOST_KEPT} that stay only.
 *
 * <p>All in memory: a byte for each dimension of a vector and some 300 bytes a document. Cost: some
 * milliseconds a document for its vector, and up to {@link #MOST_KEPT} dot products.
 */
public final class SemanticDuplicates implements Duplicates {

  /** As many as a run compares with within a cluster; see {@code semantic.ClusterFold}. */
  static final int MOST_KEPT = 8192;

  private final Embedder embedder;
  private final double threshold;
  private final RankedDocuments documents;
  private final List<QuantisedVector> vectors = new ArrayList<>();

  /**
   * An empty collection.
   *
   * @param embedder stays open
   * @param threshold least cosine of a duplicate, 0 to 1
   */
  public SemanticDuplicates(KeepPolicy policy, Embedder embedder, double threshold) {
    this.embedder = embedder;
    this.threshold = threshold;
    this.documents = new RankedDocuments(policy);
  }

  @Override
  public void known(Document document) {
    add(document, true);
  }

  @Override
  public void add(Document document) {
    add(document, false);
  }

  private void add(Document document, boolean known) {
    documents.add(document, known);
    vectors.add(
        document.text().isBlank() ? null : QuantisedVector.of(embedder.embed(document.text())));
  }

  @Override
  public void decide(Verdicts verdicts) throws IOException {
    int[] keepers = new int[documents.size()];
    double[] similarities = new double[documents.size()];
    List<Integer> kept = new ArrayList<>();
    for (int place : documents.placesByRank()) {
      keepers[place] = place;
      similarities[place] = SAME;
      QuantisedVector vector = vectors.get(place);
      if (vector == null) {
        continue;
      }
      if (!documents.isKnown(place)) {
        nearest(place, vector, kept, keepers, similarities);
      }
      if (keepers[place] == place && kept.size() < MOST_KEPT) {
        kept.add(place);
      }
    }
    documents.tell(keepers, similarities, verdicts);
  }

  private void nearest(
      int place, QuantisedVector vector, List<Integer> kept, int[] keepers, double[] similarities) {
    double most = threshold;
    for (int other : kept) {
      double cosine = vectors.get(other).cosine(vector);
      if (cosine > most || (cosine == most && keepers[place] == place)) {
        keepers[place] = other;
        similarities[place] = cosine;
        most = cosine;
      }
    }
  }

  @Override
  public void close() {
    vectors.clear();
  }
}
