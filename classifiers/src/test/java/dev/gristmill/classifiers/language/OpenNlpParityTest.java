// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

/** Our scoring of the model against OpenNLP's own, on short texts. */
class OpenNlpParityTest {
  private static final String[] TEXTS = {
    "the mill stands by the river and the miller works until late at night",
    "die mühle steht am fluss, und der müller arbeitet.",
    "мельница стоит на берегу реки",
    "磨坊在河边，磨坊主人常常要工作到深夜。",
    "x",
    "banana banana banana",
    "A Well-Known  Mill: 12 stones, 1890!",
    "Sooo good \ud83d\ude00 see https://a.b/c?d=1 or write to x.y@example.org"
  };

  @Test
  void givesTheProbabilitiesThatOpenNlpGives() throws IOException {
    NGramTable table = OpenNlpLanguage.load().table();
    LanguageDetectorME detector;
    try (InputStream in = OpenNlpLanguage.class.getResourceAsStream("/langdetect-183.bin")) {
      detector = new LanguageDetectorME(new LanguageDetectorModel(in));
    }
    for (String text : TEXTS) {
      Map<String, Double> expected = new HashMap<>();
      for (Language language : detector.predictLanguages(text)) {
        expected.put(language.getLang(), language.getConfidence());
      }
      TextSample sample = TextSample.of(text);
      double[] sums = table.score(sample.chars(), sample.length());
      double total = 0;
      for (double sum : sums) {
        total += Math.exp(sum);
      }
      String[] labels = table.labels();
      assertThat(expected).hasSize(labels.length);
      for (int i = 0; i < labels.length; i++) {
        assertThat(Math.exp(sums[i]) / total)
            .as(text + " " + labels[i])
            .isCloseTo(expected.get(labels[i]), within(1e-9));
      }
    }
  }
}
