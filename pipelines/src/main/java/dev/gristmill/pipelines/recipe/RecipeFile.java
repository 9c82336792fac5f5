// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.split.Fates;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a recipe: strict YAML, overrides, defaults, and the checks that need more than one key.
 *
 * <p>All problems are reported at once, a line each.
 */
public final class RecipeFile {

  private static final Set<String> PHASES = Set.of("measure", "finish", "emit");

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
            limits(map(root.get("limits"))),
            stages(list(root.get("stages"))),
            new Recipe.Tokenizer(vocabulary((String) map(root.get("tokenizer")).get("vocabulary"))),
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
              (String) input.get("format")));
    }
    return inputs;
  }

  /** {@code --input} globs stand in for the first input's path; source and format stay its own. */
  private List<Recipe.Input> replaced(Map<String, Object> root, List<String> given) {
    Recipe.Input first = inputs(root).get(0);
    return given.stream()
        .map(path -> new Recipe.Input(absolute(path, Path.of("")), first.source(), "auto"))
        .toList();
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
        number(limits, "sortBytes"));
  }

  private List<Recipe.Stage> stages(List<Object> given) {
    List<Recipe.Stage> stages = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(Fates.EXTRACT, Fates.IDENTITY));
    names.addAll(PHASES);
    boolean language = false;
    boolean exact = false;
    for (Object each : given) {
      Map<String, Object> one = map(each);
      String where = (String) one.get("where");
      Recipe.Stage stage = stage((String) one.get("stage"), map(one.get("settings")), names, where);
      if (stage instanceof Recipe.Language) {
        if (language) {
          problems.add(where + ": there is a language stage already");
        }
        language = true;
      } else if (stage instanceof Recipe.Exact) {
        if (exact) {
          problems.add(where + ": there is an exact stage already");
        }
        exact = true;
      } else if (stage instanceof Recipe.Heuristics heuristics) {
        boolean selects =
            !heuristics.languages().isEmpty() || !heuristics.exceptLanguages().isEmpty();
        if (selects && !language) {
          problems.add(where + ": rules by language need a language stage before them");
        }
        check(heuristics, where);
      }
      stages.add(stage);
    }
    return stages;
  }

  private void check(Recipe.Heuristics stage, String where) {
    for (Map.Entry<String, Double> limit : stage.limits().entrySet()) {
      try {
        Heuristic unused =
            SignalPlan.heuristic(
                new Recipe.Heuristics(
                    stage.name(),
                    stage.dialect(),
                    stage.words(),
                    List.of(),
                    List.of(),
                    Map.of(limit.getKey(), limit.getValue())));
        assert unused != null;
      } catch (IllegalArgumentException e) {
        problems.add(where + ": heuristics.limits." + limit.getKey() + ": " + e.getMessage());
      }
    }
  }

  private static Recipe.Stage stage(
      String kind, Map<String, Object> settings, Set<String> names, String where) {
    return switch (kind) {
      case "language" ->
          new Recipe.Language(
              unique("language", names),
              (String) settings.get("model"),
              texts(settings.get("keep")),
              (Double) settings.get("minScore"));
      case "clean" -> new Recipe.Clean(unique("clean", names));
      case "heuristics" ->
          new Recipe.Heuristics(
              unique((String) settings.get("dialect"), names),
              (String) settings.get("dialect"),
              (String) settings.get("words"),
              texts(settings.get("languages")),
              texts(settings.get("exceptLanguages")),
              limits(settings.get("limits")));
      case "exact" -> new Recipe.Exact(unique("exact", names), texts(settings.get("keep")));
      default -> throw new IllegalStateException(where + ": the schema has no stage " + kind);
    };
  }

  private static Map<String, Double> limits(Object value) {
    Map<String, Double> limits = new TreeMap<>();
    map(value).forEach((rule, limit) -> limits.put(rule, (Double) limit));
    return limits;
  }

  private static String unique(String name, Set<String> names) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  @SuppressWarnings("unchecked") // the schema's reader gives Map<String, Object> for Keys
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // the schema's reader gives List<Object> for Items
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  private static List<String> texts(Object value) {
    return list(value).stream().map(String.class::cast).toList();
  }

  private static Long number(Map<String, Object> map, String key) {
    return (Long) map.get(key);
  }
}
