// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashedIntsTest {

  @Test
  void isAMap() {
    SplittableRandom random = new SplittableRandom(11);
    Map<Long, Integer> naive = new HashMap<>();
    HashedInts fast = new HashedInts(5);
    for (int i = 0; i < 20_000; i++) {
      // 0 and 1 share a slot, since 0 marks an empty one.
      long key = 2 + (random.nextInt(4) == 0 ? random.nextInt(50) : random.nextLong(9_000));
      if (random.nextBoolean()) {
        naive.merge(key, 1, Integer::sum);
        assertThat(fast.increment(key)).isEqualTo(naive.get(key));
      } else {
        int value = random.nextInt(5);
        naive.put(key, value);
        fast.set(key, value);
      }
    }
    for (long key = 2; key < 9_000; key++) {
      assertThat(fast.get(key)).isEqualTo(naive.getOrDefault(key, 0));
      assertThat(fast.has(key)).isEqualTo(naive.containsKey(key));
    }
  }

  @Test
  void hashesTheSameCharactersAlike() {
    char[] chars = "a nav bar".toCharArray();
    assertThat(HashedInts.hash(chars, 2, 5)).isEqualTo(HashedInts.hash("nav"));
    assertThat(HashedInts.hash("nav")).isNotEqualTo(HashedInts.hash("van"));
    assertThat(HashedInts.join(1, 2)).isNotEqualTo(HashedInts.join(2, 1));
  }
}
