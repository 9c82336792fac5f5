// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of words and phrases, found in one pass over a text.
 *
 * <p>Text and phrases are folded: letter case and the width of ASCII do not count; anything that is
 * neither letter nor digit separates words, whatever it is and how much of it. A phrase stands at
 * word borders on both sides, except that
 *
 * <ul>
 *   <li>in Han, hiragana, Thai, Lao, Burmese and Khmer it may stand anywhere;
 *   <li>katakana of fewer than four letters must be a whole run of katakana, longer ones may stand
 *       anywhere;
 *   <li>a Korean word needs no border behind it, where particles follow.
 * </ul>
 *
 * <p>{@link #anywhere} gives a list whose phrases need no borders at their ends (inner ones they
 * do). Overlapping phrases count once: the one that begins first, and of those the longest. An
 * entry may hold several spellings with {@code |} between them; they count as one phrase.
 *
 * <p>Immutable and thread-safe. Cost: linear in the text. Memory: 2 bytes for each letter of the
 * phrases times each different letter, and 128 KiB.
 */
public final class Phrases implements Serializable {
  private final transient List<String> phrases;
  private final transient boolean anywhere;
  private final transient PhraseAlphabet alphabet;
  private final transient PhraseAutomaton automaton;
  private final transient PhraseForm[] forms;
  private final transient int[] entries;

  private Phrases(Collection<String> phrases, boolean anywhere) {
    this.phrases = List.copyOf(phrases);
    this.anywhere = anywhere;
    this.alphabet = new PhraseAlphabet(this.phrases);
    Map<PhraseForm, Integer> entryOf = new LinkedHashMap<>();
    for (int entry = 0; entry < this.phrases.size(); entry++) {
      for (String spelling : this.phrases.get(entry).split("\\|", -1)) {
        PhraseForm form = PhraseForm.of(spelling, alphabet, anywhere);
        if (!form.isEmpty()) {
          entryOf.putIfAbsent(form, entry);
        }
      }
    }
    this.forms = entryOf.keySet().toArray(new PhraseForm[0]);
    this.entries = entryOf.values().stream().mapToInt(Integer::intValue).toArray();
    this.automaton = new PhraseAutomaton(forms, alphabet.size());
  }

  /**
   * A list of words and phrases; those without any letter or digit are left out.
   *
   * @throws IllegalArgumentException if there are too many for the tables (over 65,535 letters)
   */
  public static Phrases of(Collection<String> phrases) {
    return new Phrases(phrases, false);
  }

  /**
   * A list of strings that are found inside words too.
   *
   * @throws IllegalArgumentException if there are too many for the tables (over 65,535 letters)
   */
  public static Phrases anywhere(Collection<String> phrases) {
    return new Phrases(phrases, true);
  }

  /** The number of spellings that differ after folding. */
  public int size() {
    return forms.length;
  }

  /** Finds all phrases in a text. */
  public PhraseMatches scan(String text) {
    return scan(text.toCharArray(), text.length());
  }

  /** Finds all phrases in the first {@code length} units of a text. */
  public PhraseMatches scan(char[] chars, int length) {
    PhraseScan scan = new PhraseScan(automaton, alphabet, forms, entries);
    scan.read(chars, length);
    return scan.matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phrases that
        && anywhere == that.anywhere
        && phrases.equals(that.phrases);
  }

  @Override
  public int hashCode() {
    return phrases.hashCode();
  }

  /** Only the words travel; the tables are built again on arrival. */
  private Object writeReplace() {
    return new Words(new ArrayList<>(phrases), anywhere);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("phrases travel as words");
  }

  private record Words(ArrayList<String> phrases, boolean anywhere) implements Serializable {
    private Object readResolve() {
      return new Phrases(phrases, anywhere);
    }
  }
}
