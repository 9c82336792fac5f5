// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeedExtension.class)
class WordCacheTest {
  private final WordCache cache = new WordCache();

  @Test
  void givesBackOnlyWhatWasPutForTheSameWord(@RandomSeed long seed) {
    Random random = new Random(seed);
    Map<String, int[]> kept = new HashMap<>();
    int hits = 0;
    for (int round = 0; round < 400_000; round++) {
      // Zeros, so that words differ in their length alone; more words than slots.
      byte[] text = new byte[20];
      int from = random.nextInt(6);
      int to = from + 1 + random.nextInt(WordCache.MAX_BYTES - 1);
      text[from + random.nextInt(to - from)] = (byte) random.nextInt();
      text[from + random.nextInt(to - from)] = (byte) random.nextInt();
      String word = Arrays.toString(Arrays.copyOfRange(text, from, to));

      IntList out = new IntList();
      out.add(-9);
      if (cache.get(text, from, to, out)) {
        hits++;
        assertThat(Arrays.copyOfRange(out.toArray(), 1, out.size())).isEqualTo(kept.get(word));
      } else {
        assertThat(out.size()).isEqualTo(1);
        int[] ids = random.ints(1 + random.nextInt(6), 0, 200_000).toArray();
        out.addAll(ids, 0, ids.length);
        cache.put(out, 1);
        kept.put(word, ids);
      }
    }
    assertThat(hits).isPositive();
  }

  @Test
  void doesNotKeepWordsOfMoreThanFourIds() {
    byte[] word = {'w'};
    IntList out = new IntList();

    assertThat(cache.get(word, 0, 1, out)).isFalse();
    out.addAll(new int[] {1, 2, 3, 4, 5}, 0, 5);
    cache.put(out, 0);

    assertThat(cache.get(word, 0, 1, out)).isFalse();
  }
}
