// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

import dev.gristmill.classifiers.linear.HashedFeatures;
import dev.gristmill.classifiers.linear.LinearModel;
import dev.gristmill.classifiers.linear.ModelFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The probability that a reader would call a text good.
 *
 * <p>The shipped model knows English only: its card, {@code CARD.md} beside it, says what it was
 * trained on and how well it does. Any model file of {@link ModelFile} can take its place.
 *
 * <p>Immutable and thread-safe; the scratch is not.
 */
public final class QualityModel {
  /** The language of the shipped model, ISO 639-3. */
  public static final String LANGUAGE = "eng";

  private static final String SHIPPED = "quality-eng.model";

  private final LinearModel model;
  private final String digest;

  private QualityModel(LinearModel model) {
    this.model = model;
    this.digest = ModelFile.digest(model);
  }

  /**
   * The shipped model, from the class path.
   *
   * @throws IOException if it is not there or damaged
   */
  public static QualityModel load() throws IOException {
    try (InputStream in = QualityModel.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new FileNotFoundException(SHIPPED + " is not on the class path");
      }
      return of(ModelFile.load(in));
    }
  }

  /**
   * A model of the user's own.
   *
   * @throws IOException if it cannot be read or is damaged
   */
  public static QualityModel load(Path path) throws IOException {
    return of(ModelFile.load(path));
  }

  /** A model in memory. */
  public static QualityModel of(LinearModel model) {
    return new QualityModel(model);
  }

  /** A scratch for {@link #score}; one for each thread. */
  public HashedFeatures scratch() {
    return model.scratch();
  }

  /**
   * The probability of the good label, 0 to 1.
   *
   * @throws IllegalArgumentException if the scratch was made for another number of bits
   */
  public double score(String text, HashedFeatures scratch) {
    return model.score(text, scratch);
  }

  /** The label on one side of one half: {@code high} or {@code low} for the shipped model. */
  public String label(double score) {
    return score >= 0.5 ? model.positiveLabel() : model.negativeLabel();
  }

  /** The SHA-256 of the model's file, 64 hexadecimal digits; for manifests. */
  public String digest() {
    return digest;
  }
}
