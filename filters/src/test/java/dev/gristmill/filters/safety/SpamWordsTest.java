// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.MeasureContract;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpamWordsTest extends MeasureContract {
  private static final SpamWords OWN =
      SpamWords.of("eng", List.of("act now", "best price|best prices", "free quote", "加微信"));

  @Override
  protected Heuristic subject() {
    return SpamLimits.defaults().heuristic("tur");
  }

  @Test
  void countsPhrasesKindsContactsShareAndDensity() {
    SignalRow row = measured(OWN, "Act now! Best price, best prices at example.com in a town");

    assertThat(row.value(SpamWords.WORDS)).isEqualTo(4);
    assertThat(row.value(SpamWords.DISTINCT_WORDS)).isEqualTo(3);
    assertThat(row.value(SpamWords.CONTACTS)).isEqualTo(1);
    assertThat(row.value(SpamWords.WORD_SHARE)).isEqualTo(6 / 12.0);
    assertThat(row.value(SpamWords.DENSITY)).isEqualTo(4 / 0.12);
    assertThat(row.value(SpamWords.DENSE_WORDS)).isEqualTo(4 / 0.12);
    assertThat(row.value(SpamWords.DENSE_CONTACTS)).isZero();
  }

  @Test
  void twoHundredLettersOfAnUnspacedScriptAreAHundredWords() {
    SignalRow row = measured(OWN, "加微信" + "文".repeat(197));

    assertThat(row.value(SpamWords.DENSITY)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "act now act now best price best price,false",
    "act now best price free quote,false",
    "act now act now best price free quote,true",
    "act now act now best price example.com,true"
  })
  void isDenseFromFourOccurrencesOfThreeKindsOn(String text, boolean dense) {
    assertThat(measured(OWN, text).value(SpamWords.DENSE_WORDS) > 0).isEqualTo(dense);
  }

  @ParameterizedTest
  @CsvSource({"193,false", "192,false", "191,true"})
  void dropsMoreThanThreePhrasesInAHundredWords(int filler, boolean dropped) {
    String text =
        "act now act now act now best price best price free quote " + "w ".repeat(filler - 4);

    assertThat(measured(OWN, text).value(SpamWords.WORDS)).isEqualTo(6);
    assertThat(rules(OWN, text)).isEqualTo(dropped ? List.of("spam_dense_words") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"7,93,false", "7,92,true", "8,92,true", "3,1,false", "4,1,true"})
  void dropsMoreThanSevenContactsInAHundredWordsFromFourOn(
      int contacts, int filler, boolean dropped) {
    String text = "+4912345678 ".repeat(contacts) + "word ".repeat(filler);

    assertThat(measured(OWN, text).value(SpamWords.CONTACTS)).isEqualTo(contacts);
    assertThat(rules(OWN, text)).isEqualTo(dropped ? List.of("spam_contacts") : List.of());
  }

  /** Texts of our own: 36 advertisements, and 38 reports, stories, notices, recipes and threads. */
  @Test
  void tellsAdvertisementsFromOtherTextsInNineteenLanguages() throws IOException {
    Map<String, SpamWords> measures = new LinkedHashMap<>();
    for (String row : text("spam-texts.tsv").lines().toList()) {
      String[] cells = row.split("\t", -1);
      SpamWords words = measures.computeIfAbsent(cells[1], SpamWords::of);
      List<String> dropped = cells[0].equals("spam") ? List.of("spam_dense_words") : List.of();

      assertThat(rules(words, cells[2])).as(row).isEqualTo(dropped);
    }
    assertThat(measures).hasSize(19);
  }

  @Test
  void everyLanguageHasItsOwnPhrasesAndTheEnglishOnes() {
    assertThat(SpamWords.languages()).hasSize(26).contains("eng", "cmn", "zho", "zsm", "tha");
    SpamWords unknown = SpamWords.of("und");
    for (String language : SpamWords.languages()) {
      SpamWords words = SpamWords.of(language);
      assertThat(measured(words, "order now").value(SpamWords.WORDS)).as(language).isEqualTo(1);
      assertThat(words.listSize())
          .as(language)
          .isGreaterThanOrEqualTo(unknown.listSize() + (language.equals("eng") ? 0 : 100));
    }
    assertThat(measured(unknown, "jetzt bestellen").value(SpamWords.WORDS)).isZero();
  }

  @Test
  void turkishUpperCaseIsFound() {
    assertThat(measured(SpamWords.of("tur"), "HEMEN ARAYIN").value(SpamWords.WORDS)).isOne();
    assertThat(measured(SpamWords.of("tur"), "hemen arayın").value(SpamWords.WORDS)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"他是专项附加扣除的对象", "这个时代开始于上世纪", "请添加粉末", "走在先进群体前面", "体验金融科技"})
  void findsNoPhraseInsideOtherWordsOfChinese(String text) {
    assertThat(measured(SpamWords.of("cmn"), text).value(SpamWords.WORDS)).isZero();
  }

  @Test
  void theDigestsOfTheListsAreThoseInTheirSourcesFile() throws Exception {
    int rows = 0;
    for (String line : text("spam/SOURCES.md").lines().toList()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[3].strip().length() == 64) {
        String list = text(cells[1].strip());
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
        assertThat(cells[3].strip()).as(line).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(list.lines().filter(entry -> !entry.startsWith("#")).count())
            .as(line)
            .isEqualTo(Integer.parseInt(cells[2].strip()));
        rows++;
      }
    }
    assertThat(rows).isEqualTo(19);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
  void rejectsDensitiesOutOfRangeByName(double density) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpamLimits(density, 1))
        .withMessage("maxDenseWords must be in [0, 100], was " + density);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpamLimits(1, density))
        .withMessage("maxDenseContacts must be in [0, 100], was " + density);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = SpamWords.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> rules(SpamWords words, String text) {
    return SpamLimits.defaults().heuristic(words).failures(measured(words, text)::value).stream()
        .map(Failure::rule)
        .toList();
  }

  private static SignalRow measured(SpamWords words, String text) {
    SignalRow row = new SignalRow(words.signals());
    words.measure(TextView.of(text), row);
    return row;
  }
}
