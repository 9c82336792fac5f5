// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.MeasureContract;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NsfwWordsTest extends MeasureContract {
  private static final NsfwWords OWN =
      NsfwWords.of("eng", List.of("darn", "heck", "drat", "two words"));

  @Override
  protected Heuristic subject() {
    return NsfwLimits.defaults().heuristic("jpn");
  }

  @Test
  void countsOccurrencesDifferentWordsAndShare() {
    SignalRow row = measured(OWN, "Darn! Darn, heck and two words in a text of twelve long");

    assertThat(row.value(NsfwWords.WORDS)).isEqualTo(4);
    assertThat(row.value(NsfwWords.DISTINCT_WORDS)).isEqualTo(3);
    assertThat(row.value(NsfwWords.WORD_SHARE)).isEqualTo(5 / 12.0);
    assertThat(row.value(NsfwWords.DENSE_WORDS)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "darn darn darn heck drat,true",
    "darn darn heck drat,false",
    "darn darn darn darn heck heck,false",
    "darn darn darn heck heck drat,true"
  })
  void isDenseFromFiveOccurrencesOfThreeWordsOn(String text, boolean dense) {
    assertThat(measured(OWN, text).value(NsfwWords.DENSE_WORDS)).isEqualTo(dense ? 1.0 : 0.0);
  }

  @ParameterizedTest
  @CsvSource({"245,false", "244,true"})
  void dropsMoreThanOneWordInFifty(int filler, boolean dropped) {
    String text = "darn darn darn heck drat " + "word ".repeat(filler);

    assertThat(rules(OWN, text)).isEqualTo(dropped ? List.of("nsfw_too_many_words") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"99,false", "100,false", "101,true"})
  void dropsMoreThanAHundredWordsInPagesOfAnyLength(int words, boolean dropped) {
    String text = ("darn " + "word ".repeat(99)).repeat(words);

    assertThat(rules(OWN, text)).isEqualTo(dropped ? List.of("nsfw_dirty_word_count") : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eng | Hot milf in a threesome with busty camgirl, free porn clips and blowjob video. Watch"
            + " naked sluts with big tits online now.",
        "eng | Fuck you, you fucking asshole. What a shitty post, this is bullshit, you piece of"
            + " shit. Go and read something, motherfucker.",
        "spa | Videos porno de una puta madura, follar con ganas, coño y culo, mamada y tetas"
            + " grandes, puta caliente gratis.",
        "deu | Geile Schlampe will ficken, dicke Titten, Fotze und Arsch, Porno gratis ansehen,"
            + " wichsen mit der Nutte.",
        "rus | Бесплатное порно: ебать, сиськи, жопа, блядь, хуй и porn онлайн, сиськи большие,"
            + " дрочить каждый день.",
        "zho | 免费色情影片在线观看，巨乳荡妇口交视频，肛交做爱，小骚货淫荡自拍，每天更新色情三级片。",
        "cmn | 免费色情影片在线观看，巨乳荡妇口交视频，肛交做爱，小骚货淫荡自拍，每天更新色情三级片。",
        "jpn | 無料エロ動画、巨乳の人妻がフェラチオと中出し、オナニー盗撮、アナルセックス、淫乱な熟女の乱交パーティー動画が見放題です。",
        "ron | Videoclipuri porn gratis cu blowjob si handjob, threesome, gangbang si cumshot,"
            + " filme porn noi in fiecare zi.",
      })
  void dropsObscenePages(String language, String text) {
    assertThat(rules(NsfwWords.of(language), text)).containsExactly("nsfw_too_many_words");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eng | During puberty the penis and testicles grow, and the first ejaculation of semen"
            + " happens. In girls the breasts grow, the vagina and vulva change, and periods begin."
            + " Masturbation is normal. Sexual intercourse can lead to pregnancy; condoms protect"
            + " from sexually transmitted infections. Talk about sex with someone you trust.",
        "eng | An anal fissure is a small tear in the lining of the anus. Symptoms are pain and"
            + " bleeding from the rectum. Nipple discharge, breast pain and fecal incontinence are"
            + " other reasons to see a doctor. Viagra and Cialis treat erectile dysfunction.",
        "eng | The jury found him guilty of rape and of possessing child pornography. The court"
            + " heard that the rapist, a convicted pedophile, had met the girl online. Sexual"
            + " assault and incest are crimes in all states, the judge said.",
        "eng | The blue tit and the great tit are small birds. The cock sings in spring; swallows"
            + " and boobies nest on cliffs. Skeet shooting near the nest is forbidden, and the"
            + " butt of the rifle must be cleaned.",
        "eng | The painter is known for the nude and for erotic drawings. His Lolita, a topless"
            + " figure tied up with ribbons, hangs beside a study of a naked boy.",
        "spa | El sexo del bebé se conoce en la semana veinte. La vulva y el pezón cambian durante"
            + " el embarazo. El análisis de orina y de semen es sencillo, dice el médico; la"
            + " heroína y otras drogas hacen daño. En el siglo XX el infierno era la guerra.",
        "deu | Der Penis und der Orgasmus des Mannes: Erektionsstörungen sind häufig. Eine dicke"
            + " Rosette aus Stein schmückt das Portal, Möpse und Neger heißen im alten Text"
            + " anders. Nackt baden ist hier erlaubt; der Mufti sprach.",
        "rus | Половое сношение и контрацепция: секс должен быть безопасным. Голый бугор над рекой,"
            + " мент стоял у дороги. Хрен растёт в огороде, какая разница, сказал он.",
        "cmn | 性教育是学校教育的重要组成部分。女性的乳房、阴道和卵子，男性的阴茎和精子，都是生殖系统的一部分。月经是正常的生理现象。"
            + "性交可能导致怀孕。在体操比赛中，成人选手表现出色，激情四射。奶牛的乳制品很受欢迎。",
        "jpn | 学校では、女の子と男の子の体の変化について学びます。膣、ペニス、射精、性交、乳首などの言葉を正しく知ることが大切です。"
            + "昆虫の変態やグローバルな人種問題、殺人事件の裁判、奴隷の歴史も授業で扱います。",
        "swe | Vi var sex vänner och till slut gick fan med fler fans. Fem eller sex stycken hade"
            + " sås. Det var hård tid för sex av oss, sade han till slut.",
        "ron | Nu stiu cum sa fac asta si cum sa scriu. Cum ai ajuns aici si cum te simti? Asa cum"
            + " am spus, e greu de stiut cum va fi.",
        "kor | 나는 그것을 보지 못했다. 아이는 자지 않고 자위대의 뉴스를 보았다. 미친 듯이 비가 왔다. 유모가 와서 노모를 모셨다.",
        "tha | กูเกิลเปิดเผยสัดส่วนผู้ใช้ ขี้เกียจทำงาน กะปิจากระยอง หีบใหญ่ เสือกระโดดข้ามรั้ว แม่งานจัดงานวัด",
      })
  void keepsMedicalSchoolAndNewsPages(String language, String text) {
    assertThat(rules(NsfwWords.of(language), text)).isEmpty();
    assertThat(measured(NsfwWords.of(language), text).value(NsfwWords.WORDS)).isLessThan(2);
  }

  @Test
  void everyLanguageHasItsOwnWordsAndTheEnglishOnes() {
    assertThat(NsfwWords.languages()).hasSize(30).contains("eng", "cmn", "jpn", "rus", "tha");
    NsfwWords unknown = NsfwWords.of("und");
    for (String language : NsfwWords.languages()) {
      NsfwWords words = NsfwWords.of(language);
      assertThat(measured(words, "free porn").value(NsfwWords.WORDS)).as(language).isEqualTo(1);
      assertThat(words.listSize()).as(language).isGreaterThan(unknown.listSize());
    }
    assertThat(measured(unknown, "schlampe").value(NsfwWords.WORDS)).isZero();
    assertThat(measured(NsfwWords.of("deu"), "schlampe").value(NsfwWords.WORDS)).isOne();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void rejectsSharesOutOfRangeByName(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NsfwLimits(share, 1))
        .withMessage("maxDenseShare must be in [0, 1], was " + share);
  }

  @Test
  void rejectsNegativeCountsByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NsfwLimits(0.1, -1))
        .withMessage("maxWords must be in [0, 1000000], was -1");
  }

  private static List<String> rules(NsfwWords words, String text) {
    return NsfwLimits.defaults().heuristic(words).failures(measured(words, text)::value).stream()
        .map(Failure::rule)
        .toList();
  }

  private static SignalRow measured(NsfwWords words, String text) {
    SignalRow row = new SignalRow(words.signals());
    words.measure(TextView.of(text), row);
    return row;
  }
}
