// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A floor under the accuracy on labelled sentences of languages that the model knows. */
class LanguageAccuracyTest {
  private static final double FLOOR = 0.93;
  private static final int EVERY = 23;

  /** Labels of the set that stand for several of ours. */
  private static final Map<String, String> MERGED =
      Map.of("cmn", "zho", "nob", "nor", "nno", "nor");

  @Test
  void isRightOnSentencesOfKnownLanguages() throws IOException {
    OpenNlpLanguage language = OpenNlpLanguage.load();
    int right = 0;
    int total = 0;
    int line = 0;
    try (BufferedReader reader = open("data/lid/lingua-sentences.tsv.gz")) {
      for (String row = reader.readLine(); row != null; row = reader.readLine()) {
        String[] columns = row.split("\t", 3);
        if (line++ % EVERY == 0 && isKnown(columns[0])) {
          String code = language.identify(columns[2]).language();
          right += MERGED.getOrDefault(code, code).equals(columns[0]) ? 1 : 0;
          total++;
        }
      }
    }

    assertThat(total).isGreaterThan(1000);
    assertThat((double) right / total).isGreaterThan(FLOOR);
  }

  private static boolean isKnown(String gold) {
    return LanguageCodes.isKnown(gold) || MERGED.containsValue(gold);
  }

  private static BufferedReader open(String path) throws IOException {
    String folder = System.getProperty("gristmill.shared");
    Path shared =
        folder == null || folder.isBlank()
            ? Path.of(System.getProperty("gristmill.root", ".."), "..", "shared")
            : Path.of(folder);
    Path file = shared.resolve(path);
    assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
