// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which languages are written in a script: an answer must be one of them.
 *
 * <p>Source: ours, after Unicode CLDR's language-script data. A script that is not listed among the
 * model's languages and belongs to one language in practice names it ("owner"): the model does not
 * know Khmer, but its script does. Ethiopic is taken as Amharic although Tigrinya shares it.
 */
final class ScriptLanguages {
  private static final String LATIN = "Latn";

  /** Languages of the model by script other than Latin. */
  private static final Map<String, List<String>> BY_SCRIPT =
      table(
          "Arab ara fas pes pnb pus urd uzb",
          "Armn hye",
          "Beng ben",
          "Cyrl bak bel bul che kaz kir mkd mon rus srp tat tgk ukr uzb",
          "Deva hin mar nep san",
          "Geor kat",
          "Grek ell",
          "Gujr guj",
          "Guru pan",
          "Hang kor",
          "Hani cmn jpn",
          "Hebr heb",
          "Jpan jpn",
          "Knda kan",
          "Mlym mal",
          "Sinh sin",
          "Taml tam",
          "Telu tel",
          "Thai tha");

  /** Those of them that are also written in Latin letters. */
  private static final List<String> ALSO_LATIN = List.of("srp", "uzb", "tat", "kaz");

  /** One language each, unknown to the model. */
  private static final Map<String, List<String>> OWNERS =
      table(
          "Bopo cmn",
          "Cans iku",
          "Cher chr",
          "Ethi amh",
          "Khmr khm",
          "Laoo lao",
          "Mtei mni",
          "Mymr mya",
          "Nkoo nqo",
          "Olck sat",
          "Orya ori",
          "Thaa div",
          "Tibt bod",
          "Vaii vai",
          "Yiii iii");

  private ScriptLanguages() {}

  /** True if the model's language may be written in the script. */
  static boolean allows(String script, String language) {
    if (script.equals(LATIN)) {
      return ALSO_LATIN.contains(language)
          || BY_SCRIPT.values().stream().noneMatch(languages -> languages.contains(language));
    }
    return BY_SCRIPT.getOrDefault(script, List.of()).contains(language);
  }

  /** The scripts in which the model has languages. */
  static Collection<String> modelScripts() {
    Collection<String> scripts = new TreeSet<>(BY_SCRIPT.keySet());
    scripts.add(LATIN);
    return scripts;
  }

  /** The language that owns a script unknown to the model, or {@code und}. */
  static String owner(String script) {
    return OWNERS.getOrDefault(script, List.of(LanguageGuess.UNDETERMINED)).get(0);
  }

  /** All owners. */
  static Collection<String> owners() {
    Collection<String> owners = new TreeSet<>();
    OWNERS.values().forEach(owners::addAll);
    return owners;
  }

  private static Map<String, List<String>> table(String... rows) {
    Map<String, List<String>> table = new TreeMap<>();
    for (String row : rows) {
      String[] parts = row.split(" ", -1);
      table.put(parts[0], List.copyOf(Arrays.asList(parts).subList(1, parts.length)));
    }
    return table;
  }
}
