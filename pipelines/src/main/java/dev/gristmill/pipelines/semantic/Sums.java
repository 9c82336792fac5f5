// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.semantic;

import dev.gristmill.classifiers.embed.CentroidSums;
import java.util.Iterator;
import org.apache.beam.sdk.transforms.Combine;

/** Adds up the encoded sums of splits; integers, so the order does not show. */
final class Sums extends Combine.CombineFn<byte[], byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  private static byte[] add(byte[] some, byte[] others) {
    if (some.length == 0 || others.length == 0) {
      return some.length == 0 ? others : some;
    }
    return CentroidSums.decode(some).merge(CentroidSums.decode(others)).encode();
  }

  @Override
  public byte[] createAccumulator() {
    return new byte[0];
  }

  @Override
  public byte[] addInput(byte[] accumulator, byte[] input) {
    return add(accumulator, input);
  }

  @Override
  public byte[] mergeAccumulators(Iterable<byte[]> accumulators) {
    Iterator<byte[]> each = accumulators.iterator();
    byte[] merged = each.next();
    while (each.hasNext()) {
      merged = add(merged, each.next());
    }
    return merged;
  }

  @Override
  public byte[] extractOutput(byte[] accumulator) {
    return accumulator;
  }
}
