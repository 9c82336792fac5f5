// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static dev.gristmill.pipelines.recipe.RecipeSchema.free;
import static dev.gristmill.pipelines.recipe.RecipeSchema.keys;
import static dev.gristmill.pipelines.recipe.RecipeSchema.names;
import static dev.gristmill.pipelines.recipe.RecipeSchema.whole;

import dev.gristmill.classifiers.language.LanguageCodes;
import dev.gristmill.filters.heuristics.Dialects;
import dev.gristmill.pipelines.models.SharedModels;
import dev.gristmill.pipelines.recipe.Schema.Flag;
import dev.gristmill.pipelines.recipe.Schema.Form;
import dev.gristmill.pipelines.recipe.Schema.Items;
import dev.gristmill.pipelines.recipe.Schema.Keys;
import dev.gristmill.pipelines.recipe.Schema.Numbers;
import dev.gristmill.pipelines.recipe.Schema.Property;
import dev.gristmill.pipelines.recipe.Schema.Range;
import dev.gristmill.pipelines.recipe.Schema.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every kind of stage with its settings. */
final class StageSchemas {

  /** The keep policy of decisions made before any quality score counts. */
  private static final List<String> NEWEST = List.of("newest", "longest", "id");

  private StageSchemas() {}

  /** Settings by the stage's key in a recipe. */
  static Map<String, Keys> all() {
    Map<String, Keys> stages = new LinkedHashMap<>();
    stages.put(
        "takedown",
        keys(
            "ids", files("Files of document ids, or of the input's own ids; one a line."),
            "urls", files("Files of URLs, one a line."),
            "hosts", files("Files of hosts, one a line; a host covers its sub-hosts.")));
    stages.put(
        "dates",
        keys(
            "from", new Property(date(), "0001-01-01", "First crawl date that is kept."),
            "to", new Property(date(), "9999-12-31", "Last crawl date that is kept."),
            "unknown",
                new Property(
                    names("keep or drop", List.of("keep", "drop")),
                    "keep",
                    "What becomes of documents without a date.")));
    stages.put(
        "urls",
        keys(
            "builtIn",
            new Property(new Flag(), true, "Whether the shipped hosts count."),
            "words",
            new Property(new Flag(), true, "Whether the shipped words count."),
            "ipHosts",
            new Property(new Flag(), false, "Whether a host that is an IP address fails."),
            "hosts",
            files("Files of hosts, or folders in the UT1 layout."),
            "urls",
            files("Files of URLs, one a line.")));
    stages.put(
        "language",
        selected(
            "model",
                new Property(
                    names("a language model", List.of("opennlp")),
                    "opennlp",
                    "What identifies the language."),
            "keep", new Property(new Items(code(), 0), List.of(), "Codes to keep; empty: all."),
            "minScore", score(0.0, "Lowest score of the top language.")));
    stages.put("clean", keys());
    stages.put(
        "heuristics",
        selected(
            "dialect", new Property(names("a dialect", Dialects.names()), null, "rule@source."),
            "words",
                new Property(
                    names("a kind of words", List.of("default", "whitespace")),
                    "default",
                    "How words are cut."),
            "limits", limits("Limits other than the dialect's, by rule id.")));
    stages.put(
        "rule",
        selected(
            "name", new Property(RecipeSchema.NAME, null, "Id of the rule, for reports."),
            "drop",
                new Property(
                    free("an expression such as \"digits > 0.3 and language == 'eng'\""),
                    null,
                    "Drops a document where it is true.")));
    stages.put("nsfw", selected("limits", limits("Limits other than the default, by rule id.")));
    stages.put("spam", selected("limits", limits("Limits other than the default, by rule id.")));
    stages.put(
        "quality",
        selected(
            "model",
            new Property(free("builtin or a model file"), SharedModels.BUILT_IN, "What scores."),
            "minScore",
            score(0.5, "Lowest score that is kept.")));
    stages.put(
        "decontaminate",
        selected(
            "benchmarks",
                new Property(
                    new Items(free("a file"), 1), null, "JSON lines or text, gzip or not."),
            "ngram", new Property(whole(8, 50), 13L, "Words of an n-gram."),
            "maxShare", score(0.1, "Largest share of words within benchmark n-grams."),
            "maxSpan", new Property(whole(0, 1 << 20), 40L, "Longest run of such words.")));
    stages.put("url", keys("keep", keep(false, NEWEST)));
    stages.put("exact", keys("keep", keep(false, NEWEST)));
    stages.put(
        "near",
        keys(
            "keep", keep(true, NEWEST),
            "threshold", score(0.8, "Least Jaccard similarity of a duplicate."),
            "shingle", new Property(whole(1, 50), 5L, "Words of a shingle."),
            "bands", new Property(whole(1, 512), 14L, "Bands of the signature."),
            "rows", new Property(whole(1, 64), 8L, "Hashes of a band.")));
    stages.put(
        "semantic",
        selected(
            "keep",
            keep(true, NEWEST),
            "threshold",
            score(0.95, "Least cosine of a duplicate."),
            "clusters",
            new Property(whole(1, 1 << 20), 1L, "Clusters that documents are compared within."),
            "rounds",
            new Property(whole(1, 1000), 20L, "Most rounds of k-means.")));
    // The model we ship knows English; whoever names other languages has said that they know.
    Map<String, Property> semantic = new LinkedHashMap<>(stages.get("semantic").properties());
    semantic.put(
        "languages",
        new Property(
            new Items(code(), 0), List.of("eng"), "ISO 639-3 codes it applies to; empty: all."));
    stages.put("semantic", new Keys(semantic));
    return stages;
  }

  /** The keys that select documents. */
  static Map<String, Property> selection() {
    Map<String, Property> keys = new LinkedHashMap<>();
    keys.put("languages", list(code(), "ISO 639-3 codes it applies to; empty: all."));
    keys.put("exceptLanguages", list(code(), "Codes it does not apply to."));
    keys.put("sources", list(RecipeSchema.NAME, "Sources it applies to; empty: all."));
    keys.put("exceptSources", list(RecipeSchema.NAME, "Sources it does not apply to."));
    return keys;
  }

  private static Keys selected(Object... namesAndProperties) {
    Map<String, Property> properties = new LinkedHashMap<>(keys(namesAndProperties).properties());
    properties.putAll(selection());
    return new Keys(properties);
  }

  private static Property list(Schema item, String description) {
    return new Property(new Items(item, 0), List.of(), description);
  }

  private static Property files(String description) {
    return new Property(new Items(free("a file"), 0), List.of(), description);
  }

  private static Property limits(String description) {
    return new Property(new Numbers(), Map.of(), description);
  }

  private static Property score(double standard, String description) {
    return new Property(new Range(false, 0, 1), standard, description);
  }

  private static Property keep(boolean quality, List<String> standard) {
    List<String> criteria =
        quality
            ? List.of("newest", "longest", "quality", "source", "id")
            : List.of("newest", "longest", "source", "id");
    return new Property(
        new Items(names("a keep criterion", criteria), 1),
        standard,
        "Which copy stays, most important first.");
  }

  private static Schema code() {
    return new Text("a language code (ISO 639-3)", LanguageCodes::all);
  }

  private static Schema date() {
    return new Form(
        "a date (yyyy-mm-dd)",
        Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"));
  }
}
