// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.testing;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.recipe.Curate;
import dev.gristmill.pipelines.recipe.Planned;
import dev.gristmill.pipelines.recipe.RecipeException;
import dev.gristmill.pipelines.recipe.RecipeFile;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.runner.Runner;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A finished run of a recipe over a few JSON lines, and what became of each. */
public final class SmallRun {

  private static final Curate.Listener SILENT =
      new Curate.Listener() {
        @Override
        public void begin(String phase, int units, int done) {}

        @Override
        public void end(String phase) {}
      };

  private final RunDirectory directory;
  private final Manifest manifest;
  private final Map<String, String> fates = new TreeMap<>();
  private final Map<String, String> ids = new TreeMap<>();

  private SmallRun(RunDirectory directory, Manifest manifest) throws IOException {
    this.directory = directory;
    this.manifest = manifest;
    Map<String, String> keepers = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (Split split : manifest.splits()) {
      String path = "ledger/documents-" + split.unit() + ".parquet";
      try (TableReader table = TableReader.open(directory.open(path), Ledger.DOCUMENTS)) {
        for (Row row = table.next(); row != null; row = table.next()) {
          String name = row.text(Ledger.at("user_id"));
          ids.put(name, row.text(Ledger.at("id")));
          names.put(row.text(Ledger.at("id")), name);
          keepers.put(name, row.text(Ledger.at("keeper")));
          boolean kept = row.number(Ledger.at("kept")) == 1;
          fates.put(name, kept ? "kept" : row.text(Ledger.at("rule")));
        }
      }
    }
    keepers.forEach(
        (name, keeper) -> {
          if (!keeper.isEmpty()) {
            fates.merge(name, " of " + names.get(keeper), String::concat);
          }
        });
  }

  /**
   * Runs a recipe over lines.
   *
   * @param folder of the input {@code lines.jsonl} and the run {@code run/}
   */
  public static SmallRun of(Path folder, String recipe, List<String> lines)
      throws IOException, RecipeException {
    Files.createDirectories(folder);
    Path input = folder.resolve("lines.jsonl");
    String content = String.join("", lines);
    // Written again it would have another time, and be another input.
    if (!Files.exists(input) || !Files.readString(input).equals(content)) {
      Files.writeString(input, content);
    }
    RunDirectory directory = RunDirectory.at(folder.resolve("run").toString());
    Recipe read = RecipeFile.read("recipe.yaml", folder, recipe, List.of(), List.of());
    return new SmallRun(
        directory, Curate.run(Planned.of(read), directory, Runner.direct(2), SILENT));
  }

  /** What became of each input id: {@code kept}, or the first rule it failed. */
  public Map<String, String> fates() {
    return fates;
  }

  /** The document's id, by input id. */
  public Map<String, String> ids() {
    return ids;
  }

  /** The run's manifest. */
  public Manifest manifest() {
    return manifest;
  }

  /** The run's directory. */
  public RunDirectory directory() {
    return directory;
  }
}
