// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntListTest {
  @Test
  void keepsWhatWasAddedWhileItGrows() {
    IntList list = new IntList(0);

    for (int element = 0; element < 1000; element++) {
      list.add(element);
    }
    list.addAll(new int[] {7, 8, 9, 10}, 1, 3);

    assertThat(list.size()).isEqualTo(1002);
    assertThat(list.toArray())
        .isEqualTo(IntStream.concat(IntStream.range(0, 1000), IntStream.of(8, 9)).toArray());
    assertThat(list.get(1001)).isEqualTo(9);
  }

  @Test
  void clearKeepsTheArray() {
    IntList list = new IntList(4);
    list.add(1);
    int[] array = list.array();

    list.clear();

    assertThat(list.size()).isZero();
    assertThat(list.array()).isSameAs(array);
  }

  @Test
  void refusesToReadPastItsEnd() {
    IntList list = new IntList(4);
    list.add(1);

    assertThatThrownBy(() -> list.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new IntList(-1)).hasMessageContaining("was -1");
  }
}
