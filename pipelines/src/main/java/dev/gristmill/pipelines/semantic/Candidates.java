// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.semantic;

import dev.gristmill.classifiers.embed.Centroids;
import dev.gristmill.classifiers.embed.QuantisedVector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.beam.sdk.transforms.Combine;

/** Picks the first centroids: the vectors of the k documents that come first by seeded hash. */
final class Candidates extends Combine.CombineFn<byte[], byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  private final int most;
  private final long seed;

  Candidates(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** The first of a split's vectors; holds no more than are wanted. */
  byte[] first(Vectors vectors) throws IOException {
    Comparator<Centroids.Candidate> order = Centroids.Candidate.order(seed);
    PriorityQueue<Centroids.Candidate> queue = new PriorityQueue<>(order.reversed());
    while (vectors.next()) {
      Centroids.Candidate one =
          new Centroids.Candidate(vectors.idHi(), vectors.idLo(), vectors.vector());
      if (one.vector().squares() > 0
          && (queue.size() < most || order.compare(one, queue.peek()) < 0)) {
        queue.add(one);
        if (queue.size() > most) {
          queue.poll();
        }
      }
    }
    return encode(new ArrayList<>(queue));
  }

  private static byte[] encode(List<Centroids.Candidate> candidates) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Centroids.Candidate one : candidates) {
      byte[] vector = one.vector().encode();
      out.writeBytes(
          ByteBuffer.allocate(20)
              .putLong(one.idHigh())
              .putLong(one.idLow())
              .putInt(vector.length)
              .array());
      out.writeBytes(vector);
    }
    return out.toByteArray();
  }

  static List<Centroids.Candidate> decode(byte[] bytes) {
    List<Centroids.Candidate> candidates = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      long hi = in.getLong();
      long lo = in.getLong();
      byte[] vector = new byte[in.getInt()];
      in.get(vector);
      candidates.add(new Centroids.Candidate(hi, lo, QuantisedVector.decode(vector)));
    }
    return candidates;
  }

  /** The first of both, in order. */
  private byte[] first(byte[] some, byte[] others) {
    List<Centroids.Candidate> all = decode(some);
    all.addAll(decode(others));
    all.sort(Centroids.Candidate.order(seed));
    return encode(all.subList(0, Math.min(most, all.size())));
  }

  @Override
  public byte[] createAccumulator() {
    return new byte[0];
  }

  @Override
  public byte[] addInput(byte[] accumulator, byte[] input) {
    return first(accumulator, input);
  }

  @Override
  public byte[] mergeAccumulators(Iterable<byte[]> accumulators) {
    Iterator<byte[]> each = accumulators.iterator();
    byte[] merged = each.next();
    while (each.hasNext()) {
      merged = first(merged, each.next());
    }
    return merged;
  }

  @Override
  public byte[] extractOutput(byte[] accumulator) {
    return accumulator;
  }
}
