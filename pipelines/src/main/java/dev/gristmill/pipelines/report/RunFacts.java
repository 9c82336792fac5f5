// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Digests;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was run, on what.
 *
 * @param name of the recipe
 * @param version of the program
 * @param seed of every choice
 * @param sample share of the pages that was read on, 0 to 1
 * @param vocabulary a built-in name, or the name of a file
 * @param vocabularySize token ids are below it
 * @param digests of code, vocabulary, models and lists, by name
 * @param splits how many pieces the input was cut into
 * @param files how many input files there are
 * @param inputBytes of all files
 * @param inputSha256 digest over all splits' digests in order: stands for the whole input
 * @param inputs the first files, in order
 * @param recipe as resolved, with the names of files
 */
public record RunFacts(
    String name,
    String version,
    long seed,
    double sample,
    String vocabulary,
    int vocabularySize,
    Map<String, String> digests,
    int splits,
    int files,
    long inputBytes,
    String inputSha256,
    List<Input> inputs,
    JsonNode recipe) {

  /** Files that are listed; the manifest has all. */
  static final int MOST = 100;

  /**
   * An input file.
   *
   * @param file its name
   * @param source tag of its documents
   * @param format how it was read
   * @param synthetic whether a model made its documents
   * @param bytes of it
   * @param splits how many it was cut into
   * @param sha256 of the file if it is one split, else over its splits' digests in order
   */
  public record Input(
      String file,
      String source,
      String format,
      boolean synthetic,
      long bytes,
      int splits,
      String sha256) {}

  static RunFacts of(RunDirectory directory, Manifest manifest) throws IOException {
    Map<String, List<Integer>> files = new LinkedHashMap<>();
    for (int i = 0; i < manifest.splits().size(); i++) {
      Split split = manifest.splits().get(i);
      files.computeIfAbsent(split.source() + "|" + split.file(), f -> new ArrayList<>()).add(i);
    }
    Set<String> synthetic = manifest.recipe().syntheticSources();
    List<Input> inputs = new ArrayList<>();
    long bytes = 0;
    for (List<Integer> splits : files.values()) {
      Split split = manifest.splits().get(splits.get(0));
      bytes += split.size();
      if (inputs.size() < MOST) {
        inputs.add(
            new Input(
                WellFormed.cut(RecipeTree.fileName(split.file()), 400),
                split.source(),
                split.format(),
                synthetic.contains(split.source()),
                split.size(),
                splits.size(),
                digest(splits.stream().map(manifest.inputSha256()::get).toList())));
      }
    }
    return new RunFacts(
        WellFormed.cut(manifest.recipe().name(), 200),
        manifest.version(),
        manifest.recipe().seed(),
        manifest.recipe().sample(),
        RecipeTree.fileName(manifest.recipe().tokenizer().vocabulary()),
        manifest.vocabularySize(),
        manifest.digests(),
        manifest.splits().size(),
        files.size(),
        bytes,
        Digests.of(manifest.inputSha256().toArray(new String[0])),
        inputs,
        RecipeTree.read(directory));
  }

  private static String digest(List<String> splits) {
    return splits.size() == 1 ? splits.get(0) : Digests.of(splits.toArray(new String[0]));
  }
}
