// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.MeasureContract;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralTest extends MeasureContract {
  private static final String RUSSIAN =
      "Мельница стоит на берегу реки уже двести лет. Осенью сюда привозят зерно из всех окрестных"
          + " деревень, и мельник работает до поздней ночи. Дети любят смотреть, как вращается"
          + " колесо.";

  @Override
  protected Heuristic subject() {
    return Neutral.defaults().heuristic();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RUSSIAN,
        "磨坊在河边已经有两百年的历史了。每到秋天，附近村子里的农民都会把粮食送到这里来，磨坊主人常常要工作到深夜。"
            + "孩子们喜欢站在桥上看水车慢慢转动，老人们则坐在门口聊天，谈论今年的收成和天气。后来，城里来的工程师给磨坊装上了电灯。",
        "โรงสีตั้งอยู่ริมแม่น้ำมานานสองร้อยปีแล้ว ทุกฤดูใบไม้ร่วงชาวนาจากหมู่บ้านใกล้เคียงจะนำข้าวมาที่นี่"
            + " เจ้าของโรงสีต้องทำงานจนดึก เด็กๆ ชอบยืนดูกังหันน้ำหมุนบนสะพาน",
        "تقف الطاحونة على ضفة النهر منذ مئتي عام. في كل خريف يحمل الفلاحون القمح إليها من القرى"
            + " المجاورة، ويعمل الطحان حتى ساعة متأخرة من الليل. يحب الأطفال مشاهدة الدولاب وهو يدور.",
        "यह चक्की दो सौ साल से नदी के किनारे खड़ी है। हर पतझड़ में आसपास के गाँवों के किसान अपना अनाज यहाँ"
            + " लाते हैं और चक्की वाला देर रात तक काम करता है। बच्चों को पहिये का घूमना देखना अच्छा लगता है।",
        "방앗간은 이백 년 동안 강가에 서 있었다. 가을이 되면 근처 마을의 농부들이 곡식을 이곳으로 가져오고, 주인은"
            + " 밤늦게까지 일을 한다. 아이들은 다리 위에서 물레방아가 도는 모습을 바라보는 것을 좋아하고, 노인들은 문 앞에"
            + " 앉아 올해의 수확과 날씨에 대해 이야기를 나눈다.",
        "Đã hai trăm năm nay, chiếc cối xay đứng bên bờ sông. Mỗi mùa thu, nông dân từ các làng lân cận"
            + " mang lúa đến đây và người chủ làm việc đến tận khuya.",
        "Donaudampfschifffahrtsgesellschaftskapitäne trafen sich seit jeher in der Mühle am Fluss, wo"
            + " im Herbst das Korn der umliegenden Dörfer gemahlen wurde, oft bis spät in die Nacht."
      })
  void keepsCleanTextInAnyScript(String text) {
    assertThat(failures(text)).isEmpty();
  }

  @Test
  void dropsAFewWords() {
    assertThat(rules("Click here to go on")).containsExactly("neutral_few_letters");
    String letters =
        IntStream.range(0, 80)
            .mapToObj(i -> i % 5 == 4 ? " w" : "" + (char) ('a' + i % 26))
            .collect(Collectors.joining());
    assertThat(rules(letters)).isEmpty();
    assertThat(rules(letters.substring(1))).containsExactly("neutral_few_letters");
  }

  @Test
  void dropsLogLines() {
    String log =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    "2024-03-01 12:%02d:07,%03d INFO [worker-%d] com.acme.Queue - took job %d in %d ms"
                        .formatted(i, i * 17 % 1000, i % 8, 90_000 + i * 31, i * 7))
            .collect(Collectors.joining("\n"));

    assertThat(rules(log)).contains("neutral_too_many_digits");
  }

  @Test
  void dropsBase64() {
    byte[] bytes = new byte[3000];
    new SplittableRandom(7).nextBytes(bytes);

    assertThat(rules(Base64.getMimeEncoder().encodeToString(bytes))).contains("neutral_long_runs");
  }

  @Test
  void dropsTablesOfNumbers() {
    String table =
        IntStream.range(0, 40)
            .mapToObj(i -> "North %d.%d%% %d".formatted(i, i * 3, 1000 + i * 77))
            .collect(Collectors.joining("\n"));

    assertThat(rules(table)).contains("neutral_low_letter_share", "neutral_too_many_digits");
  }

  @Test
  void dropsMojibake() {
    Charset windows1252 = Charset.forName("windows-1252");
    String twice = new String(RUSSIAN.getBytes(StandardCharsets.UTF_8), windows1252);
    String latin1 =
        new String(RUSSIAN.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    String french = "Été à la forêt, où l'on mange des pâtés près du château, ça va. ".repeat(3);

    assertThat(rules(twice)).contains("neutral_mojibake");
    assertThat(rules(latin1)).contains("neutral_mojibake");
    assertThat(rules(new String(french.getBytes(StandardCharsets.UTF_8), windows1252)))
        .contains("neutral_mojibake");
    assertThat(rules(french)).doesNotContain("neutral_mojibake");
  }

  @Test
  void dropsDamagedCharacters() {
    assertThat(rules(RUSSIAN + "\ufffd\u0000")).contains("neutral_broken_characters");
    assertThat(rules(RUSSIAN + "\ufffd")).isEmpty();
  }

  @Test
  void dropsRepeatedSpam() {
    assertThat(rules("便宜的手表在这里买！".repeat(40))).contains("neutral_dup_char_grams");
    assertThat(rules((RUSSIAN + "\n").repeat(2))).contains("neutral_dup_lines");
    assertThat(rules("ก".repeat(1000))).contains("neutral_dup_char_grams");
  }

  @Test
  void dropsRowsOfSymbols() {
    assertThat(rules(RUSSIAN + " * ~ | = + ".repeat(20))).contains("neutral_too_many_symbols");
  }

  @Test
  void rejectsLimitsOutOfRangeByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Neutral(80, 0.6, 0.2, 0.25, 0.01, 0.02, 0.1, 0.3, 0.2, 2))
        .withMessage("maxDupCharGramShare must be in [0, 1], was 2.0");
  }

  private List<String> rules(String text) {
    return failures(text).stream().map(Failure::rule).toList();
  }

  private List<Failure> failures(String text) {
    Heuristic heuristic = subject();
    SignalRow row = new SignalRow(heuristic.measure().signals());
    heuristic.measure().measure(TextView.of(text), row);
    return heuristic.failures(row::value);
  }
}
