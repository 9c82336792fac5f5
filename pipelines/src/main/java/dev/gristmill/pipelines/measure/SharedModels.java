// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.classifiers.language.LanguageId;
import dev.gristmill.classifiers.language.OpenNlpLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;

/** Immutable models, loaded once per process whatever the number of worker threads. */
final class SharedModels {

  /**
   * The score under which a document is {@code und}. Whole documents score far higher than the
   * snippets that the model's own default is meant for.
   */
  private static final double MIN_SCORE = 0.3;

  private static final ConcurrentHashMap<String, LanguageId> LANGUAGE = new ConcurrentHashMap<>();

  private SharedModels() {}

  /**
   * The language model.
   *
   * @throws IOException if it is missing or damaged
   */
  static LanguageId language() throws IOException {
    try {
      return LANGUAGE.computeIfAbsent("opennlp", name -> load());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static LanguageId load() {
    try {
      return OpenNlpLanguage.load().withMinScore(MIN_SCORE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
