// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.models;

import dev.gristmill.classifiers.quality.QualityModel;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Digests;
import dev.gristmill.pipelines.run.ListFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Digests of the models and lists of a recipe, by stage: what they hold is part of a run. */
public final class ModelDigests {

  private ModelDigests() {}

  /**
   * Digests by stage name; stages without files or models have none.
   *
   * @throws IOException if a file is missing
   */
  public static Map<String, String> of(Recipe recipe) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Recipe.Stage stage : recipe.stages()) {
      if (stage instanceof Stages.Language) {
        digests.put(stage.name(), SharedModels.openNlp().modelDigest());
      } else if (stage instanceof Stages.Quality quality) {
        digests.put(stage.name(), quality(quality.model()));
      } else if (stage instanceof Stages.Semantic) {
        digests.put(stage.name(), SharedModels.embedder().id());
      } else if (stage instanceof Stages.Urls urls) {
        digests.put(stage.name(), of(urls));
      } else if (stage instanceof Stages.Decontaminate decontaminate) {
        digests.put(stage.name(), of(decontaminate));
      } else if (stage instanceof Stages.Takedown takedown) {
        digests.put(stage.name(), of(takedown));
      }
    }
    return digests;
  }

  static String quality(String model) throws IOException {
    return model.equals(SharedModels.BUILT_IN)
        ? QualityModel.load().digest()
        : ListFile.sha256(model);
  }

  static String of(Stages.Urls stage) throws IOException {
    List<String> files = new ArrayList<>(stage.hosts());
    files.addAll(stage.urls());
    return files(files);
  }

  static String of(Stages.Decontaminate stage) throws IOException {
    return files(stage.benchmarks());
  }

  /** The digest of a takedown stage's lists. */
  public static String of(Stages.Takedown stage) throws IOException {
    List<String> files = new ArrayList<>(stage.ids());
    files.addAll(stage.urls());
    files.addAll(stage.hosts());
    return files(files);
  }

  private static String files(List<String> files) throws IOException {
    List<String> digests = new ArrayList<>();
    for (String file : files) {
      for (String one : within(file)) {
        digests.add(ListFile.sha256(one));
      }
    }
    return Digests.of(digests.toArray(new String[0]));
  }

  /** The files of a folder in order of name, or the file itself. */
  static List<String> within(String file) throws IOException {
    if (file.contains("://") || !Files.isDirectory(Path.of(file))) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.walk(Path.of(file))) {
      return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
