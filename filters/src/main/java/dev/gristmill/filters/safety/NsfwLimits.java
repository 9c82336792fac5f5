// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import static dev.gristmill.filters.Direction.MAX;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rule;
import java.util.List;

/**
 * How many obscene words are too many. All limits are ours; the sources name the method, "dirty
 * word counting" (Llama 3, section 3.1.1), and no numbers. C4 drops a page for a single word, which
 * takes medical, legal and minority pages with it (Dodge et al. 2021, section 5.3).
 *
 * <ul>
 *   <li>{@code maxDenseShare} 0.02: one word in fifty. A page of obscene titles or a story of that
 *       kind has one in five to thirty; an angry comment page or a crime report, whose words repeat
 *       and are few, stays below three different ones or below one in a hundred.
 *   <li>{@code maxWords} 100: for long pages that hide many behind filler. Below 5,000 words the
 *       share decides alone; a novel with rough talk, one word in five hundred, has as many after
 *       50,000 words.
 * </ul>
 *
 * @param maxDenseShare {@link NsfwWords#DENSE_WORDS}, 0..1
 * @param maxWords {@link NsfwWords#WORDS}, [0, 1,000,000]
 */
public record NsfwLimits(double maxDenseShare, int maxWords) {
  private static final int MAX_COUNT = 1_000_000;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming parameter, range and value
   */
  public NsfwLimits {
    if (!(maxDenseShare >= 0 && maxDenseShare <= 1)) {
      throw new IllegalArgumentException("maxDenseShare must be in [0, 1], was " + maxDenseShare);
    }
    if (maxWords < 0 || maxWords > MAX_COUNT) {
      throw new IllegalArgumentException(
          "maxWords must be in [0, " + MAX_COUNT + "], was " + maxWords);
    }
  }

  /** The limits listed above. */
  public static NsfwLimits defaults() {
    return new NsfwLimits(0.02, 100);
  }

  /** The rules: density, count. */
  public List<Rule> rules() {
    return List.of(
        new Rule("nsfw_too_many_words", NsfwWords.DENSE_WORDS, MAX, maxDenseShare),
        new Rule("nsfw_dirty_word_count", NsfwWords.WORDS, MAX, maxWords));
  }

  /** These limits over the shipped words of a language (ISO 639-3). */
  public Heuristic heuristic(String language) {
    return heuristic(NsfwWords.of(language));
  }

  /** These limits over a measure that is there already. */
  public Heuristic heuristic(NsfwWords words) {
    return new Heuristic(words, rules());
  }
}
