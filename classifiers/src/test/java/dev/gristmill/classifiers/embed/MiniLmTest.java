// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MiniLmTest {
  private static final String RADIATOR = "How do I let the air out of a cold radiator?";
  private static final String BLEEDING =
      "Open the valve of the heater until the trapped air is out.";
  private static final String RATES = "The central bank raised interest rates by half a point.";

  private static MiniLm model;

  @BeforeAll
  static void load() throws IOException {
    model = MiniLm.load();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static double cosine(String a, String b) {
    return QuantisedVector.of(model.embed(a)).cosine(QuantisedVector.of(model.embed(b)));
  }

  @Test
  void putsParaphrasesNearerThanOtherTexts() {
    assertThat(cosine(RADIATOR, BLEEDING)).isGreaterThan(0.4);
    assertThat(cosine(RADIATOR, RATES)).isLessThan(0.2);
    assertThat(cosine(BLEEDING, RATES)).isLessThan(0.2);
    assertThat(cosine("The cat sat on the mat.", "A cat was sitting on a rug."))
        .isEqualTo(0.738, within(0.03));
  }

  @Test
  void hasLengthOne() {
    for (String text : List.of("", "a", RATES, RATES.repeat(100), "日本語")) {
      float[] vector = model.embed(text);
      double squares = 0;
      for (float component : vector) {
        squares += (double) component * component;
      }
      assertThat(vector).hasSize(model.dimensions()).hasSize(384);
      assertThat(squares).isEqualTo(1, within(1e-5));
    }
  }

  @Test
  void givesTheSameFloatsWhateverCameBefore() {
    float[] first = model.embed(RADIATOR);
    float[] other = model.embed(RATES.repeat(40));

    assertThat(model.embed(RADIATOR)).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void givesTheSameFloatsInManyThreads() throws Exception {
    float[] expected = model.embed(RATES);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> all = pool.invokeAll(Collections.nCopies(16, () -> model.embed(RATES)));
      for (Future<float[]> vector : all) {
        assertThat(vector.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void readsNoFurtherThanItsTokens() {
    String long1 = "mill ".repeat(254) + "corn";
    String long2 = "mill ".repeat(254) + "interest rates";
    String shorter = "mill ".repeat(253) + "corn";

    assertThat(model.embed(long1)).isEqualTo(model.embed(long2));
    assertThat(model.embed(shorter)).isNotEqualTo(model.embed(long1));
  }

  @Test
  void embedsNothingOnceClosed() throws IOException {
    MiniLm closed = MiniLm.load();
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.embed("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("MiniLm was closed");
  }

  @Test
  void refusesResourcesThatAreOthersOrNotThere() {
    assertThatThrownBy(() -> MiniLm.resource(MiniLm.VOCABULARY, "00"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("damaged /all-minilm-l6-v2-q-tokenizer.json: SHA-256 must be 00");
    assertThatThrownBy(() -> MiniLm.resource("/no.onnx", "00"))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void namesItselfWithItsDigest() {
    assertThat(model.id()).matches("all-minilm-l6-v2-q sha256:[0-9a-f]{64}");
  }
}
