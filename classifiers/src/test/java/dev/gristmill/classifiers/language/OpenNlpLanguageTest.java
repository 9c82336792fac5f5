// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNlpLanguageTest {
  private static OpenNlpLanguage language;

  @BeforeAll
  static void load() throws IOException {
    language = OpenNlpLanguage.load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eng|Latn|The mill stands by the river, and the miller works until late at night.
          deu|Latn|Die Mühle steht am Fluss, und der Müller arbeitet bis spät in die Nacht.
          fra|Latn|Le moulin se trouve au bord de la rivière et le meunier travaille tard.
          spa|Latn|El molino está junto al río y el molinero trabaja hasta muy tarde.
          pol|Latn|Młyn stoi nad rzeką, a młynarz pracuje do późnej nocy.
          tur|Latn|Değirmen nehrin kıyısında duruyor ve değirmenci gece geç saatlere kadar çalışıyor.
          vie|Latn|Chiếc cối xay đứng bên bờ sông và người chủ làm việc đến tận khuya.
          est|Latn|Veski seisab jõe kaldal ja mölder töötab hilisõhtuni.
          rus|Cyrl|Мельница стоит на берегу реки, и мельник работает до поздней ночи.
          ukr|Cyrl|Млин стоїть на березі річки, і мельник працює до пізньої ночі.
          ell|Grek|Ο μύλος βρίσκεται δίπλα στο ποτάμι και ο μυλωνάς δουλεύει μέχρι αργά.
          ara|Arab|تقف الطاحونة على ضفة النهر ويعمل الطحان حتى ساعة متأخرة من الليل.
          fas|Arab|آسیاب در کنار رودخانه است و آسیابان تا دیروقت شب کار می‌کند.
          heb|Hebr|הטחנה עומדת על גדת הנהר והטוחן עובד עד שעה מאוחרת.
          hin|Deva|यह चक्की नदी के किनारे खड़ी है और चक्की वाला देर रात तक काम करता है।
          tha|Thai|โรงสีตั้งอยู่ริมแม่น้ำและเจ้าของโรงสีต้องทำงานจนดึก
          kor|Hang|방앗간은 강가에 서 있고 주인은 밤늦게까지 일을 한다.
          jpn|Jpan|水車小屋は川のほとりにあり、粉屋は夜遅くまで働いている。
          cmn|Hani|磨坊在河边，磨坊主人常常要工作到深夜。
          khm|Khmr|រោងម៉ាស៊ីនកិនស្រូវស្ថិតនៅក្បែរមាត់ទន្លេ
          """)
  void namesLanguageAndScript(String code, String script, String text) {
    LanguageGuess guess = language.identify(text);

    assertThat(guess.language()).isEqualTo(code);
    assertThat(guess.script()).isEqualTo(script);
    assertThat(guess.score()).isBetween(0.05, 1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n ",
        "12345 67.89 %",
        "....!!!",
        "😀😀😀",
        "ok",
        "\ud800",
        "\u0000",
        "a@b.org"
      })
  void textWithoutALanguageIsUndetermined(String text) {
    LanguageGuess guess = language.identify(text);

    assertThat(guess.language()).isEqualTo("und");
    assertThat(guess.isDetermined()).isFalse();
    assertThat(guess.score()).isZero();
  }

  @Test
  void tablesOfNumbersAreUndeterminedThoughTheyHaveLetters() {
    assertThat(language.identify("a | + | - | = | b | * | / | % | cde | $ | !").language())
        .isEqualTo("und");
  }

  @Test
  void aScoreUnderTheLimitIsUndetermined() {
    String text = "Home About Contact Login";
    LanguageGuess guess = language.withMinScore(0).identify(text);

    assertThat(guess.isDetermined()).isTrue();
    assertThat(language.withMinScore(guess.score()).identify(text)).isEqualTo(guess);
    assertThat(language.withMinScore(Math.nextUp(guess.score())).identify(text).language())
        .isEqualTo("und");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> language.withMinScore(1.5))
        .withMessage("minScore must be in [0, 1], was 1.5");
  }

  @Test
  void aLongTextCostsNoMoreThanAShortOne() {
    String text = "Die Mühle steht am Fluss, und der Müller arbeitet bis spät. ".repeat(100_000);

    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 1000; i++) {
            assertThat(language.identify(text).language()).isEqualTo("deu");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "\u0301", "\ud83d\ude00", "\ud801\udc37", "://", "@", "a@", "\udc00"})
  void hostileTextIsNoError(String unit) {
    assertThat(language.identify(unit.repeat(100_000))).isNotNull();
  }

  @Test
  void sayNothingWhenTheModelIsLoaded() throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(ear);
      System.setErr(ear);
      OpenNlpLanguage.load().identify("The mill stands by the river.");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aDamagedModelIsAnError() {
    assertThatIOException()
        .isThrownBy(() -> OpenNlpLanguage.read(new byte[] {1}, language.modelDigest()))
        .withMessageContaining("SHA-256");
    byte[] cut = {0, 3, 'G', 'I', 'S', 0, 0};
    assertThatIOException().isThrownBy(() -> NGramTable.read(stream(cut)));
    byte[] huge = {0, 3, 'G', 'I', 'S', 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 127, 127, 127, 127};
    assertThatIOException()
        .isThrownBy(() -> NGramTable.read(stream(huge)))
        .withMessageContaining("is not in [0, 256]");
  }

  @Test
  void theDigestIsTheModels() {
    assertThat(language.modelDigest()).matches("[0-9a-f]{64}");
  }

  private static DataInputStream stream(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
