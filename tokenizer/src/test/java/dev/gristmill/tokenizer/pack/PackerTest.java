// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gristmill.tokenizer.IntList;
import dev.gristmill.tokenizer.RandomSeed;
import dev.gristmill.tokenizer.RandomSeedExtension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeedExtension.class)
class PackerTest {
  private static final int PADDING = -7;

  private final List<PackedRow> rows = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();

  @Test
  void aDocumentThatCrossesARowGoesOnInTheNext() {
    Packer packer = packer(4);
    add(packer, "a", 1, 2, 3);
    add(packer, "b", 4, 5, 6, 7, 8, 9);
    packer.finish();

    assertThat(rows).hasSize(3);
    assertRow(0, new int[] {1, 2, 3, 4}, new int[] {0, 3, 4}, "a", "b");
    assertRow(1, new int[] {5, 6, 7, 8}, new int[] {0, 4}, "b");
    assertRow(2, new int[] {9, PADDING, PADDING, PADDING}, new int[] {0, 1, 4}, "b", "");
    assertThat(trace)
        .containsExactly(
            "a row 0 [0,3) from 0",
            "b row 0 [3,4) from 0",
            "b row 1 [0,4) from 1",
            "b row 2 [0,1) from 5");
  }

  @Test
  void aDocumentThatEndsWithItsRowLeavesNoEmptySpan() {
    Packer packer = packer(2);
    add(packer, "a", 1, 2);
    add(packer, "b", 3, 4);
    packer.finish();

    assertThat(rows).hasSize(2);
    assertRow(0, new int[] {1, 2}, new int[] {0, 2}, "a");
    assertRow(1, new int[] {3, 4}, new int[] {0, 2}, "b");
  }

  @Test
  void emptyDocumentsGiveNoSpan() {
    Packer packer = packer(2);
    add(packer, "none");
    add(packer, "a", 1);
    add(packer, "nothing");
    packer.finish();

    assertThat(rows).hasSize(1);
    assertRow(0, new int[] {1, PADDING}, new int[] {0, 1, 2}, "a", "");
    assertThat(trace).containsExactly("a row 0 [0,1) from 0");
  }

  @Test
  void noTokensGiveNoRow() {
    packer(2).finish();

    assertThat(rows).isEmpty();
  }

  @Test
  void appendingInPartsChangesNothing() {
    Packer packer = packer(4);
    packer.startDocument("a");
    packer.append(new int[] {0, 1, 2, 0}, 1, 3);
    packer.append(new int[0], 0, 0);
    packer.append(new int[] {3, 4, 5}, 0, 3);
    packer.endDocument();
    packer.finish();

    assertRow(0, new int[] {1, 2, 3, 4}, new int[] {0, 4}, "a");
    assertRow(1, new int[] {5, PADDING, PADDING, PADDING}, new int[] {0, 1, 4}, "a", "");
    assertThat(trace).containsExactly("a row 0 [0,4) from 0", "a row 1 [0,1) from 4");
  }

  @Test
  void keepsTheLawsOfPacking(@RandomSeed long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      rows.clear();
      int length = 1 + random.nextInt(20);
      Map<String, IntList> documents = new LinkedHashMap<>();
      Map<String, IntList> traced = new LinkedHashMap<>();
      List<Object[]> spans = new ArrayList<>();
      Packer packer =
          new Packer(
              length,
              PADDING,
              rows::add,
              (id, row, start, end, offset) ->
                  spans.add(new Object[] {id, row, start, end, offset}));
      for (int document = random.nextInt(30); document > 0; document--) {
        IntList ids = new IntList();
        packer.startDocument("d" + document);
        for (int part = random.nextInt(4); part > 0; part--) {
          int[] tokens = random.ints(random.nextInt(40), 0, 1000).toArray();
          packer.append(tokens, 0, tokens.length);
          ids.addAll(tokens, 0, tokens.length);
        }
        packer.endDocument();
        if (ids.size() > 0) {
          documents.put("d" + document, ids);
        }
      }
      packer.finish();

      for (int row = 0; row < rows.size(); row++) {
        PackedRow packed = rows.get(row);
        assertThat(packed.inputIds()).hasSize(length);
        assertThat(packed.cuSeqlens())
            .hasSize(packed.docIds().length + 1)
            .startsWith(0)
            .endsWith(length);
        for (int span = 0; span < packed.docIds().length; span++) {
          int start = packed.cuSeqlens()[span];
          int end = packed.cuSeqlens()[span + 1];
          String id = packed.docIds()[span];
          assertThat(end).isGreaterThan(start);
          if (id.isEmpty()) {
            assertThat(row).isEqualTo(rows.size() - 1);
            assertThat(span).isEqualTo(packed.docIds().length - 1);
            assertThat(packed.inputIds()[start]).isEqualTo(PADDING);
          } else {
            IntList ids = traced.computeIfAbsent(id, any -> new IntList());
            assertThat(spans.remove(0))
                .containsExactly(id, (long) row, start, end, (long) ids.size());
            ids.addAll(packed.inputIds(), start, end);
          }
        }
      }
      assertThat(spans).isEmpty();
      assertThat(traced.keySet()).containsExactlyElementsOf(documents.keySet());
      documents.forEach((id, ids) -> assertThat(traced.get(id).toArray()).isEqualTo(ids.toArray()));
    }
  }

  @Test
  void refusesCallsOutOfOrder() {
    Packer packer = packer(2);

    assertThatIllegalStateException().isThrownBy(() -> packer.append(new int[1], 0, 1));
    assertThatIllegalStateException().isThrownBy(packer::endDocument);
    packer.startDocument("a");
    assertThatIllegalStateException().isThrownBy(() -> packer.startDocument("b"));
    assertThatIllegalStateException().isThrownBy(packer::finish);
    packer.endDocument();
    packer.finish();
    assertThatIllegalStateException().isThrownBy(packer::finish);
    assertThatIllegalStateException().isThrownBy(() -> packer.startDocument("b"));
  }

  @Test
  void refusesTheIdOfPaddingAndEmptyRows() {
    assertThatIllegalArgumentException().isThrownBy(() -> packer(2).startDocument(""));
    assertThatIllegalArgumentException().isThrownBy(() -> packer(0)).withMessageContaining("was 0");
  }

  private Packer packer(int length) {
    return new Packer(
        length,
        PADDING,
        rows::add,
        (id, row, start, end, offset) ->
            trace.add(id + " row " + row + " [" + start + "," + end + ") from " + offset));
  }

  private static void add(Packer packer, String id, int... ids) {
    packer.startDocument(id);
    packer.append(ids, 0, ids.length);
    packer.endDocument();
  }

  private void assertRow(int row, int[] inputIds, int[] cuSeqlens, String... docIds) {
    assertThat(rows.get(row).inputIds()).isEqualTo(inputIds);
    assertThat(rows.get(row).cuSeqlens()).isEqualTo(cuSeqlens);
    assertThat(rows.get(row).docIds()).isEqualTo(docIds);
  }
}
