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
 * Counts obscene words of one language and of English; see {@link Phrases} for what a match is.
 *
 * <p>Source: the "dirty word counting" of Raffel et al. 2020 (C4) and Llama 3 (section 3.1.1), as
 * signals. The words: LDNOOBW, less those that ordinary pages need; see {@link NsfwLists}.
 *
 * <p>A view has no language, so the caller keeps one measure for each language; two of the same
 * language are equal. Immutable and thread-safe; one takes about a megabyte. Cost: linear, one pass
 * over the characters.
 */
public final class NsfwWords implements Measure {
  /** The name of the measure, whatever its language. */
  public static final String NAME = "nsfw-words@gristmill";

  /** Occurrences of listed words and phrases that do not overlap. */
  public static final String WORDS = "nsfw_words";

  /** Different words and phrases among them. */
  public static final String DISTINCT_WORDS = "nsfw_distinct_words";

  /**
   * The part of the text inside them, 0..1. A word of a spaced script has length 1, so has a letter
   * of Han, kana, Thai, Lao, Burmese or Khmer.
   */
  public static final String WORD_SHARE = "nsfw_word_share";

  /**
   * {@link #WORD_SHARE} when at least {@value #MIN_DISTINCT} different words occur, {@value
   * #MIN_OCCURRENCES} times in all, else 0: one word often said is a subject, many different ones
   * are a manner.
   */
  public static final String DENSE_WORDS = "nsfw_dense_words";

  /** Below this many different words nothing is dense. */
  static final int MIN_DISTINCT = 3;

  /** Below this many occurrences nothing is dense. */
  static final int MIN_OCCURRENCES = 5;

  private static final List<String> SIGNALS =
      List.of(WORDS, DISTINCT_WORDS, WORD_SHARE, DENSE_WORDS);

  private final String language;
  private final Phrases phrases;

  private NsfwWords(String language, Phrases phrases) {
    this.language = Objects.requireNonNull(language, "language");
    this.phrases = phrases;
  }

  /**
   * The shipped list of a language and the English one.
   *
   * @param language ISO 639-3; one that is not in {@link #languages} gets the English list alone
   */
  public static NsfwWords of(String language) {
    return new NsfwWords(language, Phrases.of(NsfwLists.phrases(language)));
  }

  /**
   * A list of your own instead of the shipped ones.
   *
   * @param language for messages only
   * @throws IllegalArgumentException if the words have over 65,535 letters in all
   */
  public static NsfwWords of(String language, Collection<String> words) {
    return new NsfwWords(language, Phrases.of(words));
  }

  /** The languages with a list of their own, ISO 639-3. */
  public static SortedSet<String> languages() {
    return NsfwLists.languages();
  }

  /** The language this was made for, as given. */
  public String language() {
    return language;
  }

  /** The number of different words and phrases that are looked for. */
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
    boolean counts = matches.distinct() >= MIN_DISTINCT && matches.occurrences() >= MIN_OCCURRENCES;
    sink.put(WORDS, matches.occurrences());
    sink.put(DISTINCT_WORDS, matches.distinct());
    sink.put(WORD_SHARE, matches.share());
    sink.put(DENSE_WORDS, counts ? matches.share() : 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NsfwWords that
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
