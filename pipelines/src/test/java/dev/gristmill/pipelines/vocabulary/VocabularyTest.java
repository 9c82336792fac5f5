// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.tokenizer.IntList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

  @TempDir Path folder;

  @Test
  void loadsTheBuiltInOneOnce() throws IOException {
    Vocabulary vocabulary = Vocabulary.load("cl100k_base");

    assertThat(Vocabulary.load("cl100k_base")).isSameAs(vocabulary);
    // The digest that tiktoken itself states for this file.
    assertThat(vocabulary.sha256())
        .isEqualTo("223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7");
    assertThat(vocabulary.tokenizer().endOfText()).isEqualTo(100_257);
    assertThat(encode(vocabulary, "hello world")).containsExactly(15339, 1917);
  }

  @Test
  void givesEachThreadAnEncoderOfItsOwn() throws IOException {
    Vocabulary vocabulary = Vocabulary.load("cl100k_base");

    assertThat(vocabulary.encoder()).isNotSameAs(vocabulary.encoder());
  }

  @Test
  void loadsAFileAndPutsEndOfTextBehindItsRanks() throws IOException {
    Path file = Files.writeString(folder.resolve("ranks"), bytes());

    Vocabulary vocabulary = Vocabulary.load(file.toString());

    assertThat(vocabulary.tokenizer().endOfText()).isEqualTo(257);
    assertThat(encode(vocabulary, "the")).containsExactly(256, 'e');
  }

  @Test
  void loadsAFileAgainWhenItsContentIsAnother() throws IOException {
    Path file = Files.writeString(folder.resolve("ranks"), bytes());
    Vocabulary first = Vocabulary.load(file.toString());
    Files.writeString(file, bytes().replace(line("th", 256), line("he", 256)));

    Vocabulary second = Vocabulary.load(file.toString());

    assertThat(second.sha256()).isNotEqualTo(first.sha256());
    assertThat(encode(second, "the")).containsExactly('t', 256);
  }

  @Test
  void saysWhenThereIsNoSuchFile() {
    assertThatThrownBy(() -> Vocabulary.load(folder + "/none"))
        .isInstanceOf(IOException.class)
        .hasMessage("no such vocabulary file: " + folder + "/none");
  }

  /** Ranks of all bytes and one merge. */
  private static String bytes() {
    StringBuilder ranks = new StringBuilder();
    for (int i = 0; i < 256; i++) {
      ranks.append(line(new String(new byte[] {(byte) i}, StandardCharsets.ISO_8859_1), i));
    }
    return ranks.append(line("th", 256)).toString();
  }

  private static String line(String token, int rank) {
    byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
    return Base64.getEncoder().encodeToString(bytes) + " " + rank + "\n";
  }

  private static int[] encode(Vocabulary vocabulary, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    IntList ids = new IntList();
    vocabulary.encoder().encode(bytes, 0, bytes.length, ids);
    return Arrays.copyOf(ids.array(), ids.size());
  }
}
