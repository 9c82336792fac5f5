// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodesTest {
  @Test
  void areExactlyWhatTheModelCanAnswer() throws IOException {
    TreeSet<String> answers = new TreeSet<>(ScriptLanguages.owners());
    Arrays.stream(OpenNlpLanguage.load().table().labels())
        .map(LanguageCodes::folded)
        .forEach(answers::add);
    answers.add("und");

    assertThat(LanguageCodes.all()).containsExactlyElementsOf(answers);
  }

  @Test
  void everyLanguageIsWrittenInSomeScript() {
    assertThat(LanguageCodes.all())
        .filteredOn(code -> !code.equals("und") && !ScriptLanguages.owners().contains(code))
        .allSatisfy(
            code ->
                assertThat(ScriptLanguages.modelScripts())
                    .anyMatch(script -> ScriptLanguages.allows(script, code)));
  }

  @ParameterizedTest
  @CsvSource({
    "eng, eng",
    "en, eng",
    "EN, eng",
    "en_US, eng",
    "zh-CN, cmn",
    "zho, cmn",
    "ger, deu",
    "nor, nob",
    "ekk, est",
    "iw, heb",
    "enq, eng",
    "und, und",
    "english, eng"
  })
  void theNearestCodeIsTheOneThatWasMeant(String written, String meant) {
    assertThat(LanguageCodes.nearest(written)).contains(meant);
  }

  @Test
  void everyTwoLetterCodeOfJavaLeadsToAKnownCode() {
    assertThat(java.util.Locale.getISOLanguages())
        .allSatisfy(
            code ->
                assertThat(LanguageCodes.nearest(code).filter(LanguageCodes::isKnown)).isPresent());
  }

  @Test
  void guessesAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LanguageGuess("en", "Latn", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LanguageGuess("eng", "Latn", Double.NaN))
        .withMessageContaining("score must be in [0, 1]");
  }
}
