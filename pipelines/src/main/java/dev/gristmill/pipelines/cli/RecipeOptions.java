// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.recipe.RecipeException;
import dev.gristmill.pipelines.recipe.RecipeFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The recipe and what overrides it. */
final class RecipeOptions {

  @Parameters(index = "0", paramLabel = "RECIPE", description = "The recipe, a YAML file.")
  private Path file;

  @Option(
      names = "--input",
      paramLabel = "GLOB",
      description = "Read these instead of the recipe's inputs; may be given often.")
  private List<String> inputs = List.of();

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Set a key of the recipe, such as pack.length=4096; may be given often.")
  private List<String> assignments = List.of();

  @Option(
      names = "--sample",
      paramLabel = "SHARE",
      description = "Read on only this share of the pages, such as 0.01, chosen by hash of the id.")
  private Double sample;

  Recipe read() throws RecipeException, IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new RecipeException("no such recipe: " + file);
    } catch (MalformedInputException e) {
      throw new RecipeException(file + ": a recipe is UTF-8 text");
    }
    return RecipeFile.read(
        file.getFileName().toString(),
        file.toAbsolutePath().getParent(),
        text,
        inputs,
        sample == null ? assignments : sampled());
  }

  private List<String> sampled() {
    List<String> all = new ArrayList<>(assignments);
    all.add("sample=" + sample);
    return all;
  }
}
