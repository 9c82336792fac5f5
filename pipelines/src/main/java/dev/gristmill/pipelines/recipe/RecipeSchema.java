// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.classifiers.language.LanguageCodes;
import dev.gristmill.filters.heuristics.Dialects;
import dev.gristmill.pipelines.recipe.Schema.Flag;
import dev.gristmill.pipelines.recipe.Schema.Form;
import dev.gristmill.pipelines.recipe.Schema.Items;
import dev.gristmill.pipelines.recipe.Schema.Keys;
import dev.gristmill.pipelines.recipe.Schema.Numbers;
import dev.gristmill.pipelines.recipe.Schema.OneOf;
import dev.gristmill.pipelines.recipe.Schema.Property;
import dev.gristmill.pipelines.recipe.Schema.Range;
import dev.gristmill.pipelines.recipe.Schema.Text;
import dev.gristmill.pipelines.shard.RowFormat;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every key of a recipe: its kind, range, default and meaning. */
final class RecipeSchema {

  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final double MAX_LONG = 9.0e18;
  private static final double GIB = 1 << 30;

  private RecipeSchema() {}

  /** The whole recipe. */
  static Keys recipe() {
    return keys(
        "name", new Property(free("a name"), null, "Name of the run, for people."),
        "seed", new Property(whole(0, MAX_LONG), 0L, "Seeds every choice by hash."),
        "input", new Property(new Items(input(), 1), null, "What is read."),
        "limits", new Property(limits(), Map.of(), "Caps and sizes."),
        "stages",
            new Property(new Items(stages(), 0), null, "What happens to a document, in order."),
        "tokenizer", new Property(tokenizer(), Map.of(), "The vocabulary."),
        "pack", new Property(pack(), Map.of(), "Rows and shards."),
        "output", new Property(output(), Map.of(), "What is written."));
  }

  /** The published form: a JSON schema of draft 2020-12. */
  static Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.put("title", "Gristmill recipe");
    json.putAll(recipe().json());
    return json;
  }

  private static Keys input() {
    return keys(
        "path",
            new Property(
                free("a file, glob or URI"),
                null,
                "Files to read; a relative path starts at the recipe's folder."),
        "source",
            new Property(
                new Form("1 to 64 letters, digits, '.', '_' or '-'", SOURCE),
                "web",
                "Tag of the documents; part of their ids."),
        "format",
            new Property(
                names("a format", List.of("auto", "warc", "jsonl")),
                "auto",
                "How the files are read; auto looks at their first bytes."));
  }

  private static Keys limits() {
    return keys(
        "maxBadShare",
            new Property(
                new Range(false, 0, 1),
                0.01,
                "Bad units over all units read, above which the run ends with exit code 4."),
        "maxRecordBytes", new Property(whole(256, GIB), 64L << 20, "Raw bytes of one record."),
        "maxBodyBytes", new Property(whole(256, GIB), 8L << 20, "Decoded bytes of one page."),
        "maxHeaderBytes", new Property(whole(256, GIB), 64L << 10, "Bytes of one WARC header."),
        "maxLineBytes", new Property(whole(256, GIB), 32L << 20, "Bytes of one JSON line."),
        "splitBytes",
            new Property(
                whole(1 << 16, 1L << 40),
                64L << 20,
                "Input bytes of one split; files are cut where their format allows it."),
        "partitions", new Property(whole(1, 4096), 16L, "Partitions of every narrow shuffle."),
        "sortBytes", new Property(whole(1 << 20, GIB), 64L << 20, "Memory of one fold."));
  }

  private static OneOf stages() {
    Property languages =
        new Property(new Items(code(), 0), List.of(), "ISO 639-3 codes it applies to; empty: all.");
    Map<String, Keys> stages = new LinkedHashMap<>();
    stages.put(
        "language",
        keys(
            "model",
                new Property(
                    names("a language model", List.of("opennlp")),
                    "opennlp",
                    "What identifies the language."),
            "keep", new Property(new Items(code(), 0), List.of(), "Codes to keep; empty: all."),
            "minScore",
                new Property(new Range(false, 0, 1), 0.0, "Lowest score of the top language.")));
    stages.put("clean", keys());
    stages.put(
        "heuristics",
        keys(
            "dialect", new Property(names("a dialect", Dialects.names()), null, "rule@source."),
            "words",
                new Property(
                    names("a kind of words", List.of("default", "whitespace")),
                    "default",
                    "How words are cut."),
            "languages", languages,
            "exceptLanguages",
                new Property(new Items(code(), 0), List.of(), "Codes it does not apply to."),
            "limits",
                new Property(
                    new Numbers(), Map.of(), "Limits other than the dialect's, by rule id.")));
    stages.put(
        "exact",
        keys(
            "keep",
            new Property(
                new Items(
                    names("a keep criterion", List.of("newest", "longest", "source", "id")), 1),
                List.of("newest", "longest", "id"),
                "Which copy stays, most important first.")));
    return new OneOf(stages);
  }

  private static Keys tokenizer() {
    return keys(
        "vocabulary",
        new Property(
            free("a vocabulary"), "cl100k_base", "A built-in name, or a tiktoken rank file."));
  }

  private static Keys pack() {
    return keys(
        "length", new Property(whole(16, 1 << 20), 8192L, "Tokens of a row."),
        "shardTokens",
            new Property(whole(1 << 10, 1e12), 100_000_000L, "Tokens of an output shard, about."));
  }

  private static Keys output() {
    return keys(
        "formats",
            new Property(
                new Items(names("a format", RowFormat.NAMES), 1),
                List.of("parquet"),
                "Formats of the packed rows."),
        "text", new Property(new Flag(), true, "Whether survivors' texts are written as well."));
  }

  private static Schema code() {
    return new Text("a language code (ISO 639-3)", LanguageCodes::all);
  }

  private static Text names(String what, Collection<String> names) {
    return new Text(what, () -> names);
  }

  private static Text free(String what) {
    return new Text(what, List::of);
  }

  private static Range whole(double min, double max) {
    return new Range(true, min, max);
  }

  private static Keys keys(Object... namesAndProperties) {
    Map<String, Property> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndProperties.length; i += 2) {
      properties.put((String) namesAndProperties[i], (Property) namesAndProperties[i + 1]);
    }
    return new Keys(properties);
  }
}
