// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.classifiers.language.LanguageGuess;
import dev.gristmill.classifiers.language.LanguageId;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.filters.dedup.NormalizedText;
import dev.gristmill.filters.html.Charsets;
import dev.gristmill.filters.html.Decoded;
import dev.gristmill.filters.html.Extracted;
import dev.gristmill.filters.html.MainText;
import dev.gristmill.filters.text.CleanText;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.pipelines.io.Page;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.split.SignalPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Extracts a page and measures it along the recipe's stages, one scan per text version.
 *
 * <p>One instance per worker thread.
 */
final class PageMeasurer {

  private static final Digest128 NO_DIGEST = new Digest128(0, 0);

  private final Recipe recipe;
  private final SignalPlan plan;
  private final MainText mainText = MainText.defaults();
  private final LanguageId languageId;
  private final TextView view = new TextView();

  PageMeasurer(Recipe recipe) throws IOException {
    this.recipe = recipe;
    this.plan = SignalPlan.of(recipe);
    this.languageId = recipe.language().isPresent() ? SharedModels.language() : null;
  }

  SignalPlan plan() {
    return plan;
  }

  MeasuredPage measure(Page page, String source) {
    Digest128 content = Ids.content(page);
    Digest128 id = Ids.of(page, source, content);
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
    byte[][] texts = new byte[recipe.lastVersion() + 1][];
    double[] signals = new double[plan.size()];
    Arrays.fill(signals, Double.NaN);
    if (!status.isEmpty()) {
      return new MeasuredPage(
          page, id, content, NO_DIGEST, title, "und", "Zzzz", status, texts, signals);
    }
    return walk(page, id, content, title, text, texts, signals);
  }

  private MeasuredPage walk(
      Page page,
      Digest128 id,
      Digest128 content,
      String title,
      String extracted,
      byte[][] texts,
      double[] signals) {
    String text = extracted;
    view.reset(text);
    LanguageGuess language = new LanguageGuess("und", "Zzzz", 0);
    Digest128 digest = NO_DIGEST;
    int version = 0;
    texts[0] = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < recipe.stages().size(); i++) {
      Recipe.Stage stage = recipe.stages().get(i);
      if (stage instanceof Recipe.Clean) {
        String cleaned = CleanText.clean(text);
        version++;
        if (!cleaned.equals(text)) {
          text = cleaned;
          view.reset(text);
          texts[version] = text.getBytes(StandardCharsets.UTF_8);
        }
      } else if (stage instanceof Recipe.Language) {
        language = languageId.identify(text);
        signals[plan.languageColumn()] = language.score();
      } else if (stage instanceof Recipe.Heuristics heuristics) {
        if (heuristics.appliesTo(language.language())) {
          SignalPlan.Judged judged = plan.judged().get(i);
          put(judged, signals);
        }
      } else if (stage instanceof Recipe.Exact) {
        digest = NormalizedText.digest(text);
      }
    }
    return new MeasuredPage(
        page,
        id,
        content,
        digest,
        title,
        language.language(),
        language.script(),
        "",
        texts,
        signals);
  }

  private void put(SignalPlan.Judged judged, double[] signals) {
    List<String> names = judged.heuristic().measure().signals();
    judged
        .heuristic()
        .measure()
        .measure(view, (name, value) -> signals[judged.columns()[names.indexOf(name)]] = value);
  }
}
