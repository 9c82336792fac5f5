// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.models;

import dev.gristmill.classifiers.embed.Embedder;
import dev.gristmill.classifiers.embed.MiniLm;
import dev.gristmill.classifiers.language.LanguageId;
import dev.gristmill.classifiers.language.OpenNlpLanguage;
import dev.gristmill.classifiers.linear.ModelFile;
import dev.gristmill.classifiers.quality.QualityModel;
import dev.gristmill.filters.decontaminate.NGramIndex;
import dev.gristmill.filters.url.UrlFilter;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.ListFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Immutable models, loaded once per process whatever the number of worker threads.
 *
 * <p>A model is known by its settings and the digests of its files, so a file that changed between
 * two runs of one process is loaded anew.
 */
public final class SharedModels {

  /** The setting that names the model we ship. */
  public static final String BUILT_IN = "builtin";

  /**
   * The score under which a document is {@code und}. Whole documents score far higher than the
   * snippets that the model's own default is meant for.
   */
  private static final double MIN_LANGUAGE_SCORE = 0.3;

  private static final Map<String, Object> LOADED = new ConcurrentHashMap<>();

  private SharedModels() {}

  private interface Loader<T> {
    T load() throws IOException;
  }

  /** Loads under a lock: models are large, and two threads that want one begin together. */
  private static synchronized <T> T shared(Class<T> kind, String key, Loader<T> loader)
      throws IOException {
    Object model = LOADED.get(key);
    if (model == null) {
      model = loader.load();
      LOADED.put(key, model);
    }
    return kind.cast(model);
  }

  /**
   * The language model.
   *
   * @throws IOException if it is missing or damaged
   */
  public static LanguageId language() throws IOException {
    return openNlp().withMinScore(MIN_LANGUAGE_SCORE);
  }

  static OpenNlpLanguage openNlp() throws IOException {
    return shared(OpenNlpLanguage.class, "language opennlp", OpenNlpLanguage::load);
  }

  /**
   * A quality model.
   *
   * @param model {@link #BUILT_IN} or a file
   * @throws IOException if it is missing or damaged
   */
  public static QualityModel quality(String model) throws IOException {
    return shared(
        QualityModel.class,
        "quality " + model + " " + ModelDigests.quality(model),
        () -> {
          if (model.equals(BUILT_IN)) {
            return QualityModel.load();
          }
          try (InputStream in = ListFile.open(model)) {
            return QualityModel.of(ModelFile.load(in));
          }
        });
  }

  /**
   * The filter of a URL stage.
   *
   * @throws IOException if a list cannot be read
   */
  public static UrlFilter urls(Stages.Urls stage) throws IOException {
    return shared(
        UrlFilter.class,
        "urls " + stage + " " + ModelDigests.of(stage),
        () -> UrlLists.filter(stage));
  }

  /**
   * The benchmarks of a decontamination stage.
   *
   * @throws IOException if a file cannot be read
   */
  public static NGramIndex benchmarks(Stages.Decontaminate stage) throws IOException {
    return shared(
        NGramIndex.class,
        "benchmarks " + stage.ngram() + " " + ModelDigests.of(stage),
        () -> Benchmarks.index(stage));
  }

  /**
   * The sentence model of semantic deduplication.
   *
   * @throws IOException if it is missing or the native runtime cannot be loaded
   */
  public static Embedder embedder() throws IOException {
    return shared(MiniLm.class, "embedder minilm", MiniLm::load);
  }
}
