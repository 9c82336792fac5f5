// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.filters.dedup.Jaccard;
import dev.gristmill.filters.dedup.MinHash;
import dev.gristmill.filters.dedup.Shingles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Near duplicates as the near stage of a run finds them: band keys propose pairs, the exact Jaccard
 * similarity of the shingle sets decides, and a document is dropped if and only if one that stays,
 * and comes before it in keep order, is similar enough; the first such is its keeper. Nothing
 * follows from a dropped document, so there are no chains.
 *
 * <p>Shingles of {@link Shingles#DEFAULT_N} words, the bands of {@link MinHash#defaults}: a pair of
 * similarity 0.8 is proposed with probability 0.92, of 0.9 with 0.9996. A document without words is
 * kept. The cluster is the digest of the keeper's id.
 *
 * <p>All in memory: 8 bytes a distinct shingle, so 8 to 10 times the number of words, and some 600
 * bytes a document; a gibibyte of text takes two. Cost: at most {@link BandBuckets#MOST_EARLIER}
 * comparisons a document and band.
 */
public final class NearDuplicates implements Duplicates {

  private final double threshold;
  private final RankedDocuments documents;
  private final Shingles shingles = Shingles.of(Shingles.DEFAULT_N);
  private final MinHash minHash = MinHash.defaults();
  private final List<long[]> sets = new ArrayList<>();
  private final List<long[]> bandKeys = new ArrayList<>();

  /**
   * An empty collection.
   *
   * @param threshold least Jaccard similarity of a duplicate, 0 to 1
   */
  public NearDuplicates(KeepPolicy policy, double threshold) {
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
    shingles.fill(document.text());
    long[] set = shingles.toArray();
    sets.add(set);
    bandKeys.add(minHash.bandKeys(set));
  }

  @Override
  public void decide(Verdicts verdicts) throws IOException {
    int[] places = documents.placesByRank();
    long[][] keys = Arrays.stream(places).mapToObj(bandKeys::get).toArray(long[][]::new);
    BandBuckets buckets = new BandBuckets(keys, minHash.bands());
    int[] earlier = buckets.scratch();
    int[] keepers = new int[places.length];
    double[] similarities = new double[places.length];
    for (int rank = 0; rank < places.length; rank++) {
      int place = places[rank];
      keepers[place] = place;
      similarities[place] = SAME;
      int candidates = documents.isKnown(place) ? 0 : buckets.earlier(rank, earlier);
      for (int i = 0; i < candidates && keepers[place] == place; i++) {
        int other = places[earlier[i]];
        if (keepers[other] == other
            && Jaccard.atLeast(sets.get(place), sets.get(other), threshold)) {
          keepers[place] = other;
          similarities[place] = Jaccard.of(sets.get(place), sets.get(other));
        }
      }
    }
    documents.tell(keepers, similarities, verdicts);
  }

  @Override
  public void close() {
    sets.clear();
    bandKeys.clear();
  }
}
