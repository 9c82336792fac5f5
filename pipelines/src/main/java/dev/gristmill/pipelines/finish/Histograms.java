// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.finish;

import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import java.util.Map;

/**
 * Counts documents by what they are like, for the report; every count is bounded in kinds.
 *
 * <p>{@code language|CODE|in} and {@code |kept}, {@code source|TAG|in} and {@code |kept}; {@code
 * hist|NAME|kept|NN} and {@code |dropped|NN} with bucket {@code NN}: of {@code text_bytes} and
 * {@code tokens} the number of binary digits, of {@code quality} and {@code language_score} the
 * twentieth of 0 to 1, of {@code nsfw_word_share} the half percent, from 20 on (10%) together;
 * {@code clusters|STAGE|NN} by the binary digits of the cluster's size.
 */
final class Histograms {

  private static final String NSFW = "nsfw_word_share";

  private final int quality;
  private final int nsfw;
  private final int language;

  Histograms(SignalPlan plan) {
    quality = plan.latest(SignalPlan.QUALITY);
    nsfw = plan.latest(NSFW);
    language = plan.languageColumn();
  }

  void count(SplitDocument document, boolean kept, long tokens, Tally tally) {
    String fate = kept ? "kept" : "dropped";
    tally.add(1, "language", document.language(), "in");
    tally.add(1, "source", document.source(), "in");
    if (kept) {
      tally.add(1, "language", document.language(), "kept");
      tally.add(1, "source", document.source(), "kept");
      tally.add(1, "hist", "tokens", fate, bits(tokens));
    }
    long[] bytes = document.textBytes();
    tally.add(1, "hist", "text_bytes", fate, bits(bytes[bytes.length - 1]));
    signal(document, quality, 20, "quality", fate, tally);
    signal(document, language, 20, SignalPlan.LANGUAGE_SCORE, fate, tally);
    signal(document, nsfw, 200, NSFW, fate, tally);
    for (Map.Entry<String, Decision> decision : document.decisions().entrySet()) {
      if (decision.getValue().kind() == Decision.Kind.CLUSTER) {
        tally.add(1, "clusters", decision.getKey(), bits(decision.getValue().value()));
      }
    }
  }

  private static void signal(
      SplitDocument document, int column, int perOne, String name, String fate, Tally tally) {
    if (column < 0 || Double.isNaN(document.signals()[column])) {
      return;
    }
    int last = perOne > 20 ? 20 : perOne - 1;
    int bucket = Math.min(last, (int) (document.signals()[column] * perOne));
    tally.add(1, "hist", name, fate, twoDigits(bucket));
  }

  private static String bits(long number) {
    return twoDigits(number <= 0 ? 0 : 64 - Long.numberOfLeadingZeros(number));
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
