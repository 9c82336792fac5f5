// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import dev.gristmill.filters.NearestName;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ISO 639-3 codes that {@link OpenNlpLanguage} can answer, and what people write instead.
 *
 * <p>Source: the outcomes of langdetect-183.bin, with its three doubles folded ({@code ekk} is
 * {@code est}, {@code lvs} is {@code lav}, {@code pes} is {@code fas}), the languages that own a
 * script ({@link ScriptLanguages}), and {@code und}. Two-letter codes: ISO 639-1, its withdrawn
 * codes included.
 */
public final class LanguageCodes {
  private static final SortedSet<String> MODEL =
      sorted(
          "afr ara ast aze bak bel ben bos bre bul cat ceb ces che cmn cym dan deu ell eng epo est"
              + " eus fao fas fin fra fry gle glg gsw guj heb hin hrv hun hye ind isl ita jav jpn"
              + " kan kat kaz kir kor lat lav lim lit ltz mal mar min mkd mlt mon mri msa nan nds"
              + " nep nld nno nob oci pan plt pnb pol por pus ron rus san sin slk slv som spa sqi"
              + " srp sun swa swe tam tat tel tgk tgl tha tur ukr urd uzb vie vol war zul");

  private static final Map<String, String> FOLDED =
      Map.of("ekk", "est", "lvs", "lav", "pes", "fas");

  private static final Map<String, String> ALIASES =
      pairs(
          "af afr am amh ar ara az aze ba bak be bel bg bul bn ben bo bod br bre bs bos ca cat ce"
              + " che cs ces cy cym da dan de deu dv div el ell en eng eo epo es spa et est eu eus"
              + " fa fas fi fin fo fao fr fra fy fry ga gle gl glg gu guj he heb hi hin hr hrv hu"
              + " hun hy hye id ind is isl it ita iw heb ja jpn jv jav jw jav in ind ka kat kk kaz"
              + " km khm kn kan ko kor ky kir la lat lb ltz li lim lo lao lt lit lv lav mg plt mi"
              + " mri mk mkd ml mal mn mon mr mar ms msa mt mlt my mya nb nob ne nep nl nld nn nno"
              + " no nob oc oci or ori pa pan pl pol ps pus pt por ro ron ru rus sa san sh srp si"
              + " sin sk slk sl slv so som sq sqi sr srp su sun sv swe sw swa ta tam te tel tg tgk"
              + " th tha tl tgl tr tur tt tat uk ukr ur urd uz uzb vi vie vo vol zh cmn zu zul"
              // ISO 639-2/B, macro-languages and close relatives
              + " alb sqi arm hye baq eus bur mya chi cmn cze ces dut nld fre fra geo kat ger deu"
              + " gre ell ice isl mac mkd mao mri may msa per fas rum ron slo slk tib bod wel cym"
              + " zho cmn nor nob mlg plt arb ara azj aze swh swa zsm msa zlm msa uzn uzb khk mon"
              + " npi nep ory ori fil tgl als sqi ekk est lvs lav pes fas prs fas");

  private static final SortedSet<String> ALL = all(MODEL);

  private LanguageCodes() {}

  /** Every code that an answer can have, {@code und} included, in alphabetical order. */
  public static SortedSet<String> all() {
    return ALL;
  }

  /** True if answers can have this code. */
  public static boolean isKnown(String code) {
    return ALL.contains(code);
  }

  /**
   * The known code that was most probably meant, for messages: by ISO 639-1, ISO 639-2/B,
   * macro-language or locale ({@code zh-CN} gives {@code cmn}), else by spelling. Never {@code und}
   * unless that was written.
   */
  public static Optional<String> nearest(String code) {
    String folded = code.strip().toLowerCase(Locale.ROOT);
    String primary = folded.split("[-_]", 2)[0];
    if (isKnown(primary)) {
      return Optional.of(primary);
    }
    if (ALIASES.containsKey(primary)) {
      return Optional.of(ALIASES.get(primary));
    }
    List<String> candidates =
        ALL.stream().filter(known -> !known.equals(LanguageGuess.UNDETERMINED)).toList();
    return NearestName.of(primary, candidates);
  }

  /** The code that stands for a label of the model. */
  static String folded(String label) {
    return FOLDED.getOrDefault(label, label);
  }

  private static SortedSet<String> all(SortedSet<String> model) {
    SortedSet<String> all = new TreeSet<>(model);
    all.addAll(ScriptLanguages.owners());
    all.add(LanguageGuess.UNDETERMINED);
    return Collections.unmodifiableSortedSet(all);
  }

  private static SortedSet<String> sorted(String codes) {
    return new TreeSet<>(List.of(codes.split(" ", -1)));
  }

  private static Map<String, String> pairs(String codes) {
    List<String> parts = List.of(codes.split(" ", -1));
    Map<String, String> pairs = new TreeMap<>();
    for (int i = 0; i < parts.size(); i += 2) {
      pairs.put(parts.get(i), parts.get(i + 1));
    }
    return pairs;
  }
}
