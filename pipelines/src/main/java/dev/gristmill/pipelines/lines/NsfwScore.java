// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.classifiers.language.LanguageCodes;
import dev.gristmill.classifiers.language.LanguageId;
import dev.gristmill.filters.safety.NsfwLimits;
import dev.gristmill.filters.safety.NsfwWords;
import dev.gristmill.filters.text.TextView;
import java.util.HashMap;
import java.util.Map;

/**
 * How obscene a document is, 0 to 1, by the words of {@link NsfwWords}: more than 0.5 exactly where
 * one of the rules of {@link NsfwLimits} fails, but for rounding.
 *
 * <p>With {@code f(x, limit) = 1 - 2^(-x / limit)}, which is 0.5 at the limit, the score is the
 * larger of {@code f(words, maxWords)} and {@code f(share, maxDenseShare)}; the latter counts half
 * where the words are too few or too alike to be dense. So it rises with the share of obscene
 * words, and with their number in long texts. It ranks documents; it is no calibrated probability.
 *
 * <p>The lists are those of the document's {@code language} if that is an ISO 639-3 code, else of
 * the language identified. Not thread-safe.
 */
public final class NsfwScore {

  private static final String ENGLISH = "eng";
  private static final double HALF = 0.5;

  private final LanguageId languageId;
  private final NsfwLimits limits = NsfwLimits.defaults();
  private final TextView view = new TextView();
  private final Map<String, NsfwWords> byLanguage = new HashMap<>();
  private final Map<String, Double> signals = new HashMap<>();

  /** With the shipped lists. */
  public NsfwScore(LanguageId languageId) {
    this.languageId = languageId;
  }

  /** The score of a document. */
  public double of(Document document) {
    words(document).measure(view.reset(document.text()), signals::put);
    double share = signals.get(NsfwWords.WORD_SHARE);
    double density = rising(share, limits.maxDenseShare());
    if (signals.get(NsfwWords.DENSE_WORDS) < share) {
      density *= HALF;
    }
    return Math.max(density, rising(signals.get(NsfwWords.WORDS), limits.maxWords()));
  }

  /** What a score means. */
  public static String label(double score) {
    return score > HALF ? "nsfw" : "safe";
  }

  private NsfwWords words(Document document) {
    String language =
        LanguageCodes.isKnown(document.language())
            ? document.language()
            : languageId.identify(document.text()).language();
    return byLanguage.computeIfAbsent(
        NsfwWords.languages().contains(language) ? language : ENGLISH, NsfwWords::of);
  }

  private static double rising(double value, double limit) {
    return 1 - StrictMath.pow(2, -value / limit);
  }
}
