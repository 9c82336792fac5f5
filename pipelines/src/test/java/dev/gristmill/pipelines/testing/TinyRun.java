// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.testing;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.recipe.Curate;
import dev.gristmill.pipelines.recipe.Planned;
import dev.gristmill.pipelines.recipe.RecipeException;
import dev.gristmill.pipelines.recipe.RecipeFile;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A finished run over 30 documents in two files: {@code d27} is too short, {@code d28} has the text
 * of {@code d0}, the last is {@code d3} again; and one line is broken.
 */
public final class TinyRun {

  /** The recipe. */
  public static final String RECIPE =
      """
      name: tiny
      seed: 5
      input:
        - path: "*.jsonl"
      limits: {maxBadShare: 0.1, partitions: 2}
      stages:
        - clean: {}
        - heuristics: {dialect: gopher-quality@datatrove}
        - exact: {keep: [longest, id]}
      pack: {length: 64, shardTokens: 1024}
      """;

  private static final String[] WORDS = {
    "the", "of", "and", "that", "with", "water", "wheel", "miller", "stone", "flour", "river",
    "grain", "turns", "slowly", "under", "heavy", "wooden", "gears", "every", "morning"
  };

  private TinyRun() {}

  /** Writes the inputs and the recipe into a folder; gives the recipe's file. */
  public static Path write(Path folder) throws IOException {
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    for (int i = 0; i < 27; i++) {
      (i < 15 ? first : second).append(line("d" + i, text(i)));
    }
    second.append(line("d27", "Only five words of text."));
    second.append("{\"id\": \"broken\n");
    second.append(line("d28", text(0)));
    second.append(line("d3", text(3)));
    Files.writeString(folder.resolve("a.jsonl"), first);
    Files.writeString(folder.resolve("b.jsonl"), second);
    return Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
  }

  /** Runs it into a directory. */
  public static Manifest run(Path folder, RunDirectory directory)
      throws IOException, RecipeException {
    Recipe recipe =
        RecipeFile.read(
            "recipe.yaml", folder, Files.readString(write(folder)), List.of(), List.of());
    return Curate.run(
        Planned.of(recipe),
        directory,
        Runner.direct(1),
        new Curate.Listener() {
          @Override
          public void begin(String phase, int units, int done) {}

          @Override
          public void end(String phase) {}
        });
  }

  private static String line(String id, String text) {
    return "{\"id\": \""
        + id
        + "\", \"url\": \"https://mill.example/"
        + id
        + "\", \"text\": \""
        + text
        + "\"}\n";
  }

  private static String text(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder("The tale of mill and stream, number " + seed + ".");
    for (int i = 0; i < 80; i++) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append('.').toString();
  }
}
