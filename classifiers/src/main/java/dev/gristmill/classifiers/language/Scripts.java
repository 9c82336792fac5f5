// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the letters of a text by script.
 *
 * <p>Source: Unicode Standard Annex 24 by {@link UnicodeScript}; codes of ISO 15924. Letters whose
 * script is Common or Inherited count for none.
 *
 * <p>Han, hiragana and katakana are one group: {@code Jpan} when at least one in twenty of its
 * letters is kana, else {@code Hani}. Korean is {@code Hang}.
 */
final class Scripts {
  private static final String UNKNOWN = "Zzzz";

  /** Kana under one in so many letters are quotations in a Chinese text. */
  private static final int MIN_KANA_SHARE = 20;

  private static final Map<UnicodeScript, String> CODES = codes();

  private final Map<UnicodeScript, int[]> counts = new EnumMap<>(UnicodeScript.class);
  private final int[] latin = counter(UnicodeScript.LATIN);
  private int letters;
  private int marks;

  void add(int codePoint) {
    if (codePoint < 0x80) {
      boolean letter = (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z';
      latin[0] += letter ? 1 : 0;
      letters += letter ? 1 : 0;
    } else if (Character.isLetter(codePoint)) {
      UnicodeScript script = UnicodeScript.of(codePoint);
      if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
        counter(script)[0]++;
        letters++;
      }
    } else {
      marks += isMark(codePoint) ? 1 : 0;
    }
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Combining marks: most vowels of Indic scripts, Thai and Burmese. */
  int marks() {
    return marks;
  }

  /** Letters of any script. */
  int letters() {
    return letters;
  }

  /** The ISO 15924 code of the script of most letters; ties go to the first in Java's order. */
  String majority() {
    int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
    int east = kana + count(UnicodeScript.HAN);
    UnicodeScript best = UnicodeScript.COMMON;
    int most = 0;
    for (Map.Entry<UnicodeScript, int[]> entry : counts.entrySet()) {
      if (entry.getValue()[0] > most) {
        most = entry.getValue()[0];
        best = entry.getKey();
      }
    }
    if (east > 0 && east >= most) {
      return kana * MIN_KANA_SHARE >= east ? "Jpan" : "Hani";
    }
    return CODES.getOrDefault(best, UNKNOWN);
  }

  /** The letters of the most frequent script over all letters, 0..1. */
  double majorityShare() {
    int most = 0;
    for (int[] count : counts.values()) {
      most = Math.max(most, count[0]);
    }
    return letters == 0 ? 0 : (double) most / letters;
  }

  private int[] counter(UnicodeScript script) {
    return counts.computeIfAbsent(script, unused -> new int[1]);
  }

  private int count(UnicodeScript script) {
    int[] count = counts.get(script);
    return count == null ? 0 : count[0];
  }

  /** Java maps codes to scripts but not back; codes that this JDK does not know are left out. */
  private static Map<UnicodeScript, String> codes() {
    Map<UnicodeScript, String> codes = new EnumMap<>(UnicodeScript.class);
    for (String code : ISO_15924.split(" ", -1)) {
      script(code).ifPresent(script -> codes.put(script, code));
    }
    return codes;
  }

  private static Optional<UnicodeScript> script(String code) {
    try {
      return Optional.of(UnicodeScript.forName(code));
    } catch (IllegalArgumentException newerThanThisJdk) {
      return Optional.empty();
    }
  }

  /** The codes of all scripts of Unicode 16. */
  private static final String ISO_15924 =
      "Adlm Aghb Ahom Arab Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Bopo Brah Brai Bugi Buhd"
          + " Cakm Cans Cari Cham Cher Chrs Copt Cpmn Cprt Cyrl Deva Diak Dogr Dsrt Dupl Egyp Elba"
          + " Elym Ethi Gara Geor Glag Gong Gonm Goth Gran Grek Gujr Gukh Guru Hang Hani Hano Hatr"
          + " Hebr Hira Hluw Hmng Hmnp Hung Ital Java Kali Kana Kawi Khar Khmr Khoj Kits Knda Krai"
          + " Kthi Lana Laoo Latn Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf"
          + " Mend Merc Mero Mlym Modi Mong Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu"
          + " Ogam Olck Onao Orkh Orya Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti"
          + " Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd Sidd Sind Sinh Sogd Sogo Sora Soyo Sund"
          + " Sunu Sylo Syrc Tagb Takr Tale Talu Taml Tang Tavt Telu Tfng Tglg Thaa Thai Tibt Tirh"
          + " Tnsa Todr Toto Tutg Ugar Vaii Vith Wara Wcho Xpeo Xsux Yezi Yiii Zanb Zyyy";
}
