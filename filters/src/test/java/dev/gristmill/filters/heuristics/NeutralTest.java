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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cheap watches online. Buy cheap watches online at our watches store, the best cheap "
            + "watches for men and cheap watches for women. Our cheap watches shop has cheap watche"
            + "s sale, discount watches, luxury watches cheap, and watches online cheap. If you wan"
            + "t cheap watches, buy watches online here because cheap watches are our watches. Watc"
            + "hes, cheap watches, best watches, watches sale online, buy watches.",
        "Cerrajeros Madrid baratos. Si busca cerrajeros en Madrid, nuestros cerrajeros Madrid"
            + " son los cerrajeros más baratos de Madrid. Cerrajeros Madrid 24 horas, cerrajeros ur"
            + "gentes Madrid, cerrajeros económicos Madrid. Llame a cerrajeros Madrid y los cerraje"
            + "ros llegarán en 20 minutos. Cerrajeros Madrid centro, cerrajeros Madrid norte, cerra"
            + "jeros Madrid sur. Confíe en cerrajeros Madrid, los mejores cerrajeros de Madrid para"
            + " abrir puertas en Madrid.",
        "Пластиковые окна Москва. Купить пластиковые окна в Москве недорого: пластиковые окна"
            + " от производителя, пластиковые окна цена, пластиковые окна с установкой. Наши пласти"
            + "ковые окна в Москве это лучшие пластиковые окна. Заказать пластиковые окна, установк"
            + "а пластиковых окон Москва, ремонт пластиковых окон, пластиковые окна недорого Москва"
            + ", пластиковые окна цены в Москве, окна пластиковые купить.",
        "深圳代开发票公司提供深圳代开发票服务，深圳代开住宿发票，深圳代开餐饮发票，深圳代开建筑发票"
            + "，深圳代开材料发票，深圳代开广告发票，深圳代开会议发票。需要深圳代开发票的朋友请联系深圳代"
            + "开发票公司，深圳代开发票公司专业代开发票多年，深圳哪里可以代开发票，深圳代开发票多少钱，深"
            + "圳代开发票电话，深圳代开发票点数低，代开发票请找我们。",
        "彩票平台哪个好，彩票平台推荐，彩票平台注册，彩票平台登录，彩票平台官网，彩票平台下载，时时"
            + "彩平台，时时彩计划，时时彩开奖，时时彩技巧，时时彩官网，北京赛车平台，北京赛车开奖，北京赛"
            + "车计划，北京赛车官网，北京赛车技巧，幸运飞艇开奖，幸运飞艇计划，幸运飞艇官网，幸运飞艇技巧"
            + "，极速赛车开奖，极速赛车计划，极速赛车官网。",
        "ロレックススーパーコピー専門店。当店のロレックススーパーコピーは最高品質のロレックスコピー"
            + "です。ロレックススーパーコピー激安、ロレックスコピー時計、ロレックススーパーコピー代引き、"
            + "スーパーコピー時計、スーパーコピーブランド、ブランドスーパーコピー通販、スーパーコピー優良"
            + "店。ロレックススーパーコピーをお探しの方はスーパーコピー専門店へどうぞ。",
        "İstanbul nakliyat firmaları arasında en iyi nakliyat firması olan evden eve nakliyat"
            + " İstanbul firmamız, İstanbul evden eve nakliyat, İstanbul ofis nakliyat, İstanbul şe"
            + "hirler arası nakliyat ve parça nakliyat hizmeti verir. Evden eve nakliyat fiyatları,"
            + " ucuz nakliyat İstanbul, asansörlü nakliyat İstanbul, sigortalı nakliyat. Evden eve "
            + "nakliyat için nakliyat firmamızı arayın, İstanbul nakliyat fiyatları öğrenin.",
        "Situs slot gacor hari ini, slot gacor terbaru, slot gacor gampang menang, slot gacor"
            + " maxwin, daftar slot gacor, link slot gacor, slot gacor deposit pulsa, slot gacor pr"
            + "agmatic, agen slot gacor, bandar slot gacor, judi slot gacor online, situs judi slot"
            + " gacor terpercaya, main slot gacor malam ini, bocoran slot gacor, slot gacor bonus n"
            + "ew member, slot gacor deposit dana, slot gacor anti rungkad.",
        "شركة نقل عفش بالرياض هي أفضل شركة نقل عفش بالرياض، نقل عفش بالرياض مع الفك والتركيب،"
            + " شركات نقل عفش بالرياض، ارخص شركة نقل عفش بالرياض، نقل اثاث بالرياض، شركة نقل اثاث ب"
            + "الرياض، افضل شركة نقل اثاث بالرياض، نقل عفش داخل الرياض، نقل عفش خارج الرياض، شركة ن"
            + "قل عفش شمال الرياض، شركة نقل عفش شرق الرياض، شركة نقل عفش غرب الرياض، شركة نقل عفش ج"
            + "نوب الرياض.",
        "Nhà cái uy tín, nhà cái uy tín nhất, nhà cái uy tín Việt Nam, nhà cái uy tín châu Á,"
            + " top nhà cái uy tín, link nhà cái uy tín, nhà cái uy tín 2023, đăng ký nhà cái uy tí"
            + "n, cá cược bóng đá nhà cái uy tín, casino nhà cái uy tín, game bài nhà cái uy tín, n"
            + "ổ hũ nhà cái uy tín, xổ số nhà cái uy tín, tải app nhà cái uy tín, khuyến mãi nhà cá"
            + "i uy tín, nạp tiền nhà cái uy tín, tỷ lệ kèo nhà cái uy tín hôm nay.",
        "สล็อตเว็บตรง สล็อตออนไลน์ เว็บสล็อต สล็อตแตกง่าย สล็อตวอเลท สล็อตเว็บตรงไม่ผ่านเอเย่"
            + "นต์ สล็อตเว็บตรงแตกหนัก เว็บสล็อตแตกง่าย สล็อตเว็บตรง 2024 รวมสล็อตทุกค่าย สล็อตเครด"
            + "ิตฟรี ทดลองเล่นสล็อต สมัครสล็อตเว็บตรง สล็อตเว็บตรงวอเลท เว็บสล็อตอันดับ 1 สล็อตเว็บ"
            + "ใหญ่ สล็อตเว็บตรงฝากถอนไม่มีขั้นต่ำ",
        "Schlüsseldienst Köln günstig. Der Schlüsseldienst Köln ist Ihr Schlüsseldienst in Kö"
            + "ln. Schlüsseldienst Köln Mitte, Schlüsseldienst Köln Deutz, Schlüsseldienst Köln Nip"
            + "pes, Schlüsseldienst Köln Kalk. Unser Schlüsseldienst Köln öffnet jede Tür in Köln. "
            + "Schlüsseldienst Köln Preise, Schlüsseldienst Köln Notdienst, Schlüsseldienst Köln 24"
            + " Stunden, Schlüsseldienst Köln Festpreis, Schlüsseldienst Köln rufen."
      })
  void dropsKeywordStuffingInAnyScript(String text) {
    assertThat(rules(text)).contains("neutral_top_char_grams");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My grandmother kept bees behind the house. Every spring she would open the hives and"
            + " count the frames, and every spring she would say the same thing: the bees know more"
            + " than we do. The bees, she said, had been there before the house and would be there "
            + "after it. When a swarm of bees settled in the plum tree she climbed the ladder herse"
            + "lf, a basket in one hand, and talked to the bees until they came down with her. I wa"
            + "s afraid of bees then, but I never said so to her.",
        "西红柿炒鸡蛋是一道家常菜。先把三个鸡蛋打散，加一点盐，再把两个西红柿切成小块。锅里放油，油"
            + "热后倒入鸡蛋，炒到凝固后盛出来。然后再放一点油，把西红柿放进去炒，炒出汁后加一勺糖和半勺盐"
            + "，最后把鸡蛋倒回锅里，和西红柿一起炒匀就可以出锅了。喜欢葱花的人可以在最后撒一点葱花。鸡蛋"
            + "不要炒得太老，西红柿要选熟透的，这样味道才好。",
        "Чтобы сварить борщ, возьмите свёклу, капусту, картофель, морковь и лук. Свёклу натри"
            + "те и тушите с томатной пастой, капусту нашинкуйте. В кипящий бульон положите картофе"
            + "ль, через десять минут капусту, потом свёклу. Лук и морковь обжарьте отдельно и доба"
            + "вьте в борщ перед самым концом. Готовый борщ должен постоять полчаса под крышкой. По"
            + "давайте борщ со сметаной и чёрным хлебом.",
        "昨日は久しぶりに友人と山に登った。朝早く駅で待ち合わせて、電車で一時間ほど揺られ、登山口に"
            + "着いたころには霧が晴れていた。登り始めは急な坂が続いたが、途中から道はなだらかになり、鳥の"
            + "声を聞きながら歩くことができた。山頂で食べたおにぎりは格別だった。帰りは別の道を下り、小さ"
            + "な温泉に寄って疲れを取った。"
      })
  void keepsTextsThatSpeakOfOneThing(String text) {
    assertThat(rules(text)).isEmpty();
  }

  @Test
  void theTopShareCountsWhatOccursThreeTimes() {
    assertThat(value("windmill, one windmill", NeutralSignals.TOP_CHAR_GRAM_SHARE)).isZero();
    assertThat(value("windmill, one windmill, windmill", NeutralSignals.TOP_CHAR_GRAM_SHARE))
        .isEqualTo(24 / 32.0);
    assertThat(value("代开发票，代开发票，代开发票。", NeutralSignals.TOP_CHAR_GRAM_SHARE)).isEqualTo(12 / 15.0);
  }

  @Test
  void theNearShareForgetsWhatIsFarBack() {
    assertThat(
            value("windmill" + "-".repeat(592) + "windmill", NeutralSignals.NEAR_CHAR_GRAM_SHARE))
        .isPositive();
    assertThat(
            value("windmill" + "-".repeat(593) + "windmill", NeutralSignals.NEAR_CHAR_GRAM_SHARE))
        .isZero();
  }

  @Test
  void keywordLimitsAreMetAndNotPassed() {
    Heuristic heuristic = subject();
    for (String rule : List.of("neutral_top_char_grams", "neutral_near_char_grams")) {
      double limit = rule.contains("top") ? 0.3 : 0.4;
      assertThat(failed(heuristic, rule, limit)).isFalse();
      assertThat(failed(heuristic, rule, Math.nextDown(limit))).isFalse();
      assertThat(failed(heuristic, rule, Math.nextUp(limit))).isTrue();
    }
  }

  private static boolean failed(Heuristic heuristic, String rule, double value) {
    return heuristic.rules().stream()
        .filter(r -> r.id().equals(rule))
        .findFirst()
        .orElseThrow()
        .check(value)
        .isPresent();
  }

  private double value(String text, String signal) {
    SignalRow row = new SignalRow(subject().measure().signals());
    subject().measure().measure(TextView.of(text), row);
    return row.value(signal);
  }

  @Test
  void dropsRowsOfSymbols() {
    assertThat(rules(RUSSIAN + " * ~ | = + ".repeat(20))).contains("neutral_too_many_symbols");
  }

  @Test
  void rejectsLimitsOutOfRangeByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Neutral(80, 0.6, 0.2, 0.25, 0.01, 0.02, 0.1, 0.3, 0.2, 0.2, 0.3, 2))
        .withMessage("maxNearCharGramShare must be in [0, 1], was 2.0");
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
