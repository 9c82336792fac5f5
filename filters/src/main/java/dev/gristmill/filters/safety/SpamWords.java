// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import dev.gristmill.filters.Measure;
import dev.gristmill.filters.SignalSink;
import dev.gristmill.filters.text.TextView;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * Counts phrases of advertising spam of one language and of English, and contacts in any language;
 * see {@link Phrases} for what a match is and {@link ContactScan} for what a contact is.
 *
 * <p>Source: ours. The lists are written for this project; see {@code spam/SOURCES.md}.
 *
 * <p>A view has no language, so the caller keeps one measure for each language; two of the same
 * language are equal. Immutable and thread-safe; one takes about four megabytes. Cost: linear,
 * three passes over the characters.
 */
public final class SpamWords implements Measure {
  /** The name of the measure, whatever its language. */
  public static final String NAME = "spam-words@gristmill";

  /** Occurrences of listed phrases that do not overlap, and contacts. */
  public static final String WORDS = "spam_words";

  /** Different entries among the phrases; all contacts together are one more. */
  public static final String DISTINCT_WORDS = "spam_distinct_words";

  /** Telephone numbers, messenger names, web and mail addresses, and rows of three prices. */
  public static final String CONTACTS = "spam_contacts";

  /**
   * The part of the text inside listed phrases, 0..1. A word of a spaced script has length 1, so
   * has a letter of Han, kana, Thai, Lao, Burmese or Khmer.
   */
  public static final String WORD_SHARE = "spam_word_share";

  /**
   * {@link #WORDS} for each 100 words, or for each {@value #UNSPACED_LETTERS} letters of a script
   * without spaces, 0 or more.
   */
  public static final String DENSITY = "spam_density";

  /**
   * {@link #DENSITY} when at least {@value #MIN_DISTINCT} different kinds occur, {@value
   * #MIN_OCCURRENCES} times in all, else 0: a subject repeats one word, an advertisement has many.
   */
  public static final String DENSE_WORDS = "spam_dense_words";

  /** {@link #CONTACTS} likewise when there are at least {@value #MIN_CONTACTS}, else 0. */
  public static final String DENSE_CONTACTS = "spam_dense_contacts";

  /** Below this many different kinds nothing is dense. */
  static final int MIN_DISTINCT = 3;

  /** Below this many occurrences nothing is dense. */
  static final int MIN_OCCURRENCES = 4;

  /** A notice has a telephone number, a mail address and a site. */
  static final int MIN_CONTACTS = 4;

  /** About 100 words of Chinese. */
  static final int UNSPACED_LETTERS = 200;

  private static final List<String> SIGNALS =
      List.of(WORDS, DISTINCT_WORDS, CONTACTS, WORD_SHARE, DENSITY, DENSE_WORDS, DENSE_CONTACTS);

  private final String language;
  private final Phrases phrases;

  private SpamWords(String language, Phrases phrases) {
    this.language = Objects.requireNonNull(language, "language");
    this.phrases = phrases;
  }

  /**
   * The shipped list of a language and the English one.
   *
   * @param language ISO 639-3; one that is not in {@link #languages} gets the English list alone
   */
  public static SpamWords of(String language) {
    return new SpamWords(language, Phrases.of(SpamLists.phrases(language)));
  }

  /**
   * A list of your own instead of the shipped ones.
   *
   * @param language for messages only
   * @throws IllegalArgumentException if the entries have over 65,535 letters in all
   */
  public static SpamWords of(String language, Collection<String> entries) {
    return new SpamWords(language, Phrases.of(entries));
  }

  /** The languages with a list of their own, ISO 639-3. */
  public static SortedSet<String> languages() {
    return SpamLists.languages();
  }

  /** The language this was made for, as given. */
  public String language() {
    return language;
  }

  /** The number of different phrases that are looked for. */
  public int listSize() {
    return phrases.size();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> signals() {
    return SIGNALS;
  }

  @Override
  public void measure(TextView text, SignalSink sink) {
    PhraseMatches matches = phrases.scan(text.chars(), text.length());
    int contacts = ContactScan.count(text.chars(), text.length());
    int words = matches.occurrences() + contacts;
    int distinct = matches.distinct() + (contacts > 0 ? 1 : 0);
    double hundreds = hundreds(text.chars(), text.length());
    double density = hundreds == 0 ? 0 : words / hundreds;
    sink.put(WORDS, words);
    sink.put(DISTINCT_WORDS, distinct);
    sink.put(CONTACTS, contacts);
    sink.put(WORD_SHARE, matches.share());
    sink.put(DENSITY, density);
    sink.put(DENSE_WORDS, distinct >= MIN_DISTINCT && words >= MIN_OCCURRENCES ? density : 0);
    sink.put(DENSE_CONTACTS, contacts >= MIN_CONTACTS && hundreds > 0 ? contacts / hundreds : 0);
  }

  /** The length in hundreds of words; an unspaced letter is half a word. */
  private static double hundreds(char[] chars, int length) {
    int spaced = 0;
    int unspaced = 0;
    byte previous = ScriptKind.SEPARATOR;
    for (int i = 0; i < length; i++) {
      byte kind = ContactScan.kind(chars[i]);
      if (kind == ScriptKind.UNSPACED || kind == ScriptKind.KATAKANA) {
        unspaced++;
      } else if (kind == ScriptKind.SPACED && previous != kind) {
        spaced++;
      }
      previous = kind == ScriptKind.MARK ? previous : kind;
    }
    return spaced / 100.0 + unspaced / (double) UNSPACED_LETTERS;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpamWords that
        && language.equals(that.language)
        && phrases.equals(that.phrases);
  }

  @Override
  public int hashCode() {
    return Objects.hash(language, phrases);
  }

  @Override
  public String toString() {
    return NAME + "[" + language + "]";
  }
}
