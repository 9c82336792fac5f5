// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.classifiers.language.LanguageGuess;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.filters.html.Charsets;
import dev.gristmill.filters.html.Decoded;
import dev.gristmill.filters.html.Extracted;
import dev.gristmill.filters.html.MainText;
import dev.gristmill.pipelines.io.Page;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.split.SignalPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Extracts a page and measures it along the recipe's stages, one scan per text version.
 *
 * <p>One instance per worker thread.
 */
final class PageMeasurer {

  private static final Digest128 NO_DIGEST = new Digest128(0, 0);
  private static final LanguageGuess NO_LANGUAGE = new LanguageGuess("und", "Zzzz", 0);

  private final Recipe recipe;
  private final SignalPlan plan;
  private final MainText mainText = MainText.defaults();
  private final TextMeasurer texts;

  PageMeasurer(Recipe recipe) throws IOException {
    this.recipe = recipe;
    this.plan = SignalPlan.of(recipe);
    this.texts = new TextMeasurer(recipe, plan);
  }

  SignalPlan plan() {
    return plan;
  }

  /** Measures a page that was read. */
  MeasuredPage measure(Page page, String source, Digest128 id, Digest128 content) {
    String title = page.title();
    String text;
    String status = "";
    if (page.kind() == Page.Kind.HTML) {
      Decoded decoded =
          Charsets.decode(
              page.body(),
              0,
              page.body().length,
              Optional.of(page.httpCharset()).filter(s -> !s.isEmpty()));
      Extracted extracted = mainText.extract(decoded.html(), page.url());
      text = extracted.text();
      title = title.isEmpty() ? extracted.title() : title;
      status = extracted.status() == Extracted.Status.OK ? "" : extracted.status().id();
    } else {
      text = new String(page.body(), StandardCharsets.UTF_8);
    }
    if (status.isEmpty() && text.isBlank()) {
      status = "text_empty";
    }
    MeasuredText measured;
    if (status.isEmpty()) {
      measured = texts.measure(text, page.url(), source);
    } else {
      double[] none = new double[plan.size()];
      Arrays.fill(none, Double.NaN);
      byte[][] versions = new byte[recipe.lastVersion() + 1][];
      measured = new MeasuredText(versions, none, NO_LANGUAGE, NO_DIGEST, null, null);
    }
    return new MeasuredPage(page, id, content, title, status, measured);
  }
}
