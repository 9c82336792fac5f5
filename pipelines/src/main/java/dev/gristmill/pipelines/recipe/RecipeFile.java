// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a recipe: strict YAML, overrides, defaults, and the checks that need more than one key.
 *
 * <p>All problems are reported at once, a line each.
 */
public final class RecipeFile {

  /** What shares with a few decimals may miss 1 by. */
  private static final double SHARE_SLACK = 1e-6;

  private final List<String> problems = new ArrayList<>();
  private final Path folder;

  private RecipeFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a recipe.
   *
   * @param file its name, for messages
   * @param folder where relative input paths start
   * @param text the YAML
   * @param inputs globs that replace the recipe's inputs if there are any
   * @param assignments {@code path=value} overrides, in order
   * @throws RecipeException naming every problem
   */
  public static Recipe read(
      String file, Path folder, String text, List<String> inputs, List<String> assignments)
      throws RecipeException {
    Yaml yaml = Yaml.parse(file, text);
    for (String assignment : assignments) {
      yaml = Overrides.set(yaml, assignment);
    }
    return new RecipeFile(folder).resolve(yaml, inputs);
  }

  /** The published JSON schema. */
  public static Map<String, Object> jsonSchema() {
    return RecipeSchema.json();
  }

  private Recipe resolve(Yaml yaml, List<String> given) throws RecipeException {
    Map<String, Object> root = map(RecipeSchema.recipe().read(yaml, "", problems));
    if (!problems.isEmpty()) {
      throw new RecipeException(problems);
    }
    Recipe recipe =
        new Recipe(
            (String) root.get("name"),
            (Long) root.get("seed"),
            given.isEmpty() ? inputs(root) : replaced(root, given),
            (Double) root.get("sample"),
            limits(map(root.get("limits"))),
            new StageList(problems, file -> absolute(file, folder), sources(root))
                .read(list(root.get("stages"))),
            new Recipe.Tokenizer(vocabulary((String) map(root.get("tokenizer")).get("vocabulary"))),
            mix(map(root.get("mix")), sources(root)),
            new Recipe.Pack(
                number(map(root.get("pack")), "length").intValue(),
                number(map(root.get("pack")), "shardTokens")),
            new Recipe.Output(
                texts(map(root.get("output")).get("formats")),
                (Boolean) map(root.get("output")).get("text")));
    if (!problems.isEmpty()) {
      throw new RecipeException(problems);
    }
    return recipe;
  }

  private List<Recipe.Input> inputs(Map<String, Object> root) {
    List<Recipe.Input> inputs = new ArrayList<>();
    for (Object each : list(root.get("input"))) {
      Map<String, Object> input = map(each);
      inputs.add(
          new Recipe.Input(
              absolute((String) input.get("path"), folder),
              (String) input.get("source"),
              (String) input.get("format"),
              (Boolean) input.get("synthetic")));
    }
    return inputs;
  }

  /**
   * {@code --input} globs stand in for the first input's path; the source stays its own, and so
   * does that it is code, since nothing else would tell.
   */
  private List<Recipe.Input> replaced(Map<String, Object> root, List<String> given) {
    Recipe.Input first = inputs(root).get(0);
    String format = first.format().equals("code") ? "code" : "auto";
    return given.stream()
        .map(
            path ->
                new Recipe.Input(
                    absolute(path, Path.of("")), first.source(), format, first.synthetic()))
        .toList();
  }

  private static Set<String> sources(Map<String, Object> root) {
    Set<String> sources = new TreeSet<>();
    list(root.get("input")).forEach(input -> sources.add((String) map(input).get("source")));
    return sources;
  }

  private Mix mix(Map<String, Object> mix, Set<String> sources) {
    List<Mix.Target> targets = new ArrayList<>();
    double shares = 0;
    for (Object each : list(mix.get("targets"))) {
      Map<String, Object> target = map(each);
      shares += (Double) target.get("share");
      StageList.checkSources(
          StageList.selection(target), "mix.targets " + target.get("name"), sources, problems);
      targets.add(
          new Mix.Target(
              (String) target.get("name"),
              (Double) target.get("share"),
              StageList.selection(target),
              (String) target.get("synthetic")));
    }
    if (targets.stream().map(Mix.Target::name).distinct().count() < targets.size()) {
      problems.add("mix.targets: each needs a name of its own");
    }
    if (!targets.isEmpty() && Math.abs(shares - 1) > SHARE_SLACK) {
      problems.add("mix.targets: the shares must sum to 1, but sum to " + shares);
    }
    return new Mix(targets, (Double) mix.get("maxEpochs"), (Long) mix.get("tokens"));
  }

  private String vocabulary(String name) {
    return Vocabulary.builtIn().contains(name) ? name : absolute(name, folder);
  }

  private static String absolute(String path, Path folder) {
    return path.contains("://")
        ? path
        : folder.toAbsolutePath().resolve(path).normalize().toString();
  }

  private static Recipe.Limits limits(Map<String, Object> limits) {
    return new Recipe.Limits(
        (Double) limits.get("maxBadShare"),
        number(limits, "maxRecordBytes").intValue(),
        number(limits, "maxBodyBytes").intValue(),
        number(limits, "maxHeaderBytes").intValue(),
        number(limits, "maxLineBytes").intValue(),
        number(limits, "splitBytes"),
        number(limits, "partitions").intValue(),
        number(limits, "sortBytes"),
        number(limits, "maxArchiveBytes"),
        number(limits, "maxArchiveEntries"));
  }

  @SuppressWarnings("unchecked") // the schema's reader gives Map<String, Object> for Keys
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // the schema's reader gives List<Object> for Items
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  static List<String> texts(Object value) {
    return list(value).stream().map(String.class::cast).toList();
  }

  private static Long number(Map<String, Object> map, String key) {
    return (Long) map.get(key);
  }
}
