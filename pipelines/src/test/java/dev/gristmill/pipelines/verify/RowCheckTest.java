// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows of four tokens over a vocabulary of ten, where 9 is the end of text. */
class RowCheckTest {

  private final RowCheck check = new RowCheck(4, 10, 9);

  @Test
  void passesARowWithPadding() {
    assertThat(check(new int[] {1, 9, 9, 9}, new int[] {0, 2, 3, 4}, "a", "b", "")).isEmpty();
    assertThat(check.padding()).isEqualTo(1);
    assertThat(check.begun()).isEqualTo(2);
  }

  @Test
  void passesARowWithoutPadding() {
    assertThat(check(new int[] {0, 0, 0, 0}, new int[] {0, 4}, "a")).isEmpty();
    assertThat(check.padding()).isZero();
    assertThat(check.begun()).isEqualTo(1);
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(check(new int[3], new int[] {0, 3}, "a")).isEqualTo("has 3 tokens, not 4");
    assertThat(check(new int[4], new int[] {0}))
        .isEqualTo("cu_seqlens must begin with 0 and end with 4");
    assertThat(check(new int[4], new int[] {1, 4}, "a")).contains("begin with 0");
    assertThat(check(new int[4], new int[] {0, 3}, "a")).contains("end with 4");
    assertThat(check(new int[4], new int[] {0, 2, 2, 4}, "a", "b", "c"))
        .isEqualTo("cu_seqlens do not ascend at 2");
    assertThat(check(new int[4], new int[] {0, 2, 4}, "a")).isEqualTo("1 doc_ids for 2 spans");
    assertThat(check(new int[4], new int[] {0, 2, 4}, "", "a"))
        .isEqualTo("padding is not the last span");
    assertThat(check(new int[] {0, 10, 0, 9}, new int[] {0, 4}, "a"))
        .isEqualTo("id 10 is not in a vocabulary of 10");
    assertThat(check(new int[] {0, -1, 0, 9}, new int[] {0, 4}, "a"))
        .isEqualTo("id -1 is not in a vocabulary of 10");
  }

  @Test
  void wantsTheEndOfTextAtTheEndOfEachDocumentAndNowhereElse() {
    assertThat(check(new int[] {0, 9, 0, 9}, new int[] {0, 4}, "a"))
        .isEqualTo("the end of text is within a document at 1");
    assertThat(check(new int[] {0, 0, 0, 9}, new int[] {0, 2, 4}, "a", "b"))
        .isEqualTo("a document ends without the end of text at 1");
    assertThat(check(new int[] {0, 9, 8, 9}, new int[] {0, 2, 4}, "a", ""))
        .isEqualTo("padding has another id at 2");
    assertThat(check(new int[] {0, 0, 9, 9}, new int[] {0, 2, 4}, "a", ""))
        .isEqualTo("a document ends without the end of text at 1");
  }

  @Test
  void countsADocumentOnceThatGoesOnInTheNextRow() {
    assertThat(check(new int[] {0, 9, 0, 0}, new int[] {0, 2, 4}, "a", "b")).isEmpty();
    assertThat(check.begun()).isEqualTo(2);
    assertThat(check.unfinished()).isEqualTo("b");
    assertThat(check(new int[] {0, 0, 0, 0}, new int[] {0, 4}, "b")).isEmpty();
    assertThat(check.begun()).isZero();
    assertThat(check(new int[] {9, 0, 9, 9}, new int[] {0, 1, 3, 4}, "b", "c", "")).isEmpty();
    assertThat(check.begun()).isEqualTo(1);
    assertThat(check.unfinished()).isEmpty();
  }

  @Test
  void countsADocumentAgainThatFollowsItself() {
    assertThat(check(new int[] {0, 9, 0, 9}, new int[] {0, 2, 4}, "a", "a")).isEmpty();
    assertThat(check.begun()).isEqualTo(2);
    assertThat(check(new int[] {0, 9, 0, 0}, new int[] {0, 2, 4}, "a", "a")).isEmpty();
    assertThat(check.begun()).isEqualTo(2);
    assertThat(check(new int[] {9, 0, 0, 9}, new int[] {0, 1, 4}, "a", "a")).isEmpty();
    assertThat(check.begun()).isEqualTo(1);
  }

  @Test
  void findsARowThatDoesNotGoOnWithTheDocument() {
    assertThat(check(new int[] {0, 0, 0, 0}, new int[] {0, 4}, "a")).isEmpty();
    assertThat(check(new int[] {0, 0, 0, 9}, new int[] {0, 4}, "b"))
        .isEqualTo("begins with document \"b\" within \"a\"");
  }

  private String check(int[] ids, int[] bounds, String... documents) {
    return check.check(ids, bounds, documents);
  }
}
