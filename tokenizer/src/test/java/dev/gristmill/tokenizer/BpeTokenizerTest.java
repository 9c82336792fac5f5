// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.tokenizer.split.SplitPattern;
import dev.gristmill.tokenizer.split.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeedExtension.class)
class BpeTokenizerTest {
  private final BpeTokenizer tokenizer = Vocabularies.cl100k();

  @Test
  void agreesWithNaiveBpe(@RandomSeed long seed) {
    Random random = new Random(seed);
    NaiveBpe naive = new NaiveBpe(Vocabularies.cl100kRanks());
    for (int round = 0; round < 1000; round++) {
      byte[] text =
          random.nextInt(4) == 0
              ? RandomText.hostile(random, 60)
              : RandomText.mixed(random, 20, codePoint -> true).getBytes(UTF_8);

      List<Integer> expected = new ArrayList<>();
      Splitter splitter = SplitPattern.CL100K.splitter();
      for (int at = 0; at < text.length; ) {
        int end = splitter.next(text, at, text.length);
        expected.addAll(naive.encode(Arrays.copyOfRange(text, at, end)));
        at = end;
      }

      assertThat(encode(text)).containsExactly(expected.toArray(Integer[]::new));
    }
  }

  @Test
  void heapAndArrayMergeAlike(@RandomSeed long seed) {
    Random random = new Random(seed);
    ArrayMerges array = new ArrayMerges(Vocabularies.cl100kRanks());
    HeapMerges heap = new HeapMerges(Vocabularies.cl100kRanks());
    for (int round = 0; round < 4000; round++) {
      // Few symbols make many equal pairs, where the leftmost must win.
      int symbols = 1 + random.nextInt(26);
      byte[] piece = new byte[1 + random.nextInt(ArrayMerges.MAX_BYTES)];
      for (int at = 0; at < piece.length; at++) {
        piece[at] = (byte) ('a' + random.nextInt(symbols));
      }
      IntList expected = new IntList();
      array.encode(piece, 0, piece.length, expected);
      IntList found = new IntList();
      heap.encode(piece, 0, piece.length, found);

      assertThat(found.toArray()).isEqualTo(expected.toArray());
    }
  }

  @Test
  void decodesToTheBytesItEncoded(@RandomSeed long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      byte[] text = RandomText.hostile(random, 300);
      int[] ids = encode(text);

      assertThat(tokenizer.decode(ids, 0, ids.length)).isEqualTo(text);
    }
  }

  @Test
  void aWarmCacheAndACopyChangeNoId(@RandomSeed long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] text = RandomText.mixed(random, 40, codePoint -> true).getBytes(UTF_8);
      int[] first = encode(text);

      assertThat(encode(text)).isEqualTo(first);
      IntList fresh = new IntList();
      tokenizer.copy().encode(text, 0, text.length, fresh);
      assertThat(fresh.toArray()).isEqualTo(first);
    }
  }

  @Test
  void appendsTheIdsOfTheRangeOnly() {
    byte[] text = "xx hello world yy".getBytes(UTF_8);
    IntList out = new IntList();
    out.add(-5);

    tokenizer.encode(text, 2, 14, out);

    assertThat(out.toArray()).containsExactly(-5, 24748, 1917);
  }

  @Test
  void theTextOfASpecialTokenIsOrdinaryText() {
    int[] ids = encode("<|endoftext|>".getBytes(UTF_8));

    assertThat(ids).hasSizeGreaterThan(1).doesNotContain(100257);
    assertThat(tokenizer.decode(new int[] {100257}, 0, 1))
        .isEqualTo("<|endoftext|>".getBytes(UTF_8));
  }

  @Test
  void megabytesOfOneSymbolEncodeInLinearithmicTime() {
    for (String symbol :
        List.of("a", " ", "\n", "!", "1", "\u4e2d", "\u0000", "ab", "xq", "\ud83d\ude00")) {
      byte[] text = symbol.repeat(1 << 20).getBytes(UTF_8);
      int[] ids = encode(text);

      assertThat(tokenizer.decode(ids, 0, ids.length)).isEqualTo(text);
    }
  }

  @Test
  void knowsItsSizeAndItsSpecialTokens() {
    assertThat(tokenizer.vocabularySize()).isEqualTo(100277);
    assertThat(tokenizer.endOfText()).isEqualTo(100257);
    assertThat(tokenizer.beginOfText()).isEqualTo(-1);

    Map<String, Integer> llama3 = SpecialTokens.llama3(128000);
    assertThat(llama3).hasSize(256).containsEntry("<|eot_id|>", 128009);
    assertThat(llama3).containsEntry("<|reserved_special_token_2|>", 128012);
    assertThat(llama3).containsEntry("<|reserved_special_token_245|>", 128255);
    Ranks ranks = Vocabularies.cl100kRanks();
    BpeTokenizer other = BpeTokenizer.of(ranks, SplitPattern.LLAMA3, llama3, "<|end_of_text|>");
    assertThat(other.vocabularySize()).isEqualTo(128256);
    assertThat(other.beginOfText()).isEqualTo(128000);
    assertThat(other.endOfText()).isEqualTo(128001);
  }

  @Test
  void refusesIdsOutsideTheVocabulary() {
    for (int id : new int[] {-1, 100256, 100261, 100277, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tokenizer.decode(new int[] {0, id}, 0, 2))
          .withMessage("id " + id + " at 1 is not in the vocabulary");
    }
  }

  @Test
  void refusesSpecialTokensThatClash() {
    refuses(Map.of("<e>", 100255), "<e>", "must be in [100256, 2^31 - 1), was 100255");
    refuses(Map.of("<e>", 100256, "<f>", 100256), "<e>", "two special tokens have id 100256");
    refuses(Map.of("<e>", 100256), "<f>", "endOfText must be one of the special tokens");
  }

  @Test
  void refusesRangesOutsideTheText() {
    assertThatThrownBy(() -> tokenizer.encode(new byte[3], 1, 4, new IntList()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tokenizer.decode(new int[3], 2, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void refuses(Map<String, Integer> specials, String end, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> BpeTokenizer.of(Vocabularies.cl100kRanks(), SplitPattern.CL100K, specials, end))
        .withMessageContaining(message);
  }

  private int[] encode(byte[] text) {
    IntList ids = new IntList();
    tokenizer.encode(text, 0, text.length, ids);
    return ids.toArray();
  }
}
