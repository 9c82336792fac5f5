// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.io.ReadLimits;
import dev.gristmill.pipelines.recipe.Schema.Flag;
import dev.gristmill.pipelines.recipe.Schema.Form;
import dev.gristmill.pipelines.recipe.Schema.Items;
import dev.gristmill.pipelines.recipe.Schema.Keys;
import dev.gristmill.pipelines.recipe.Schema.OneOf;
import dev.gristmill.pipelines.recipe.Schema.Property;
import dev.gristmill.pipelines.recipe.Schema.Range;
import dev.gristmill.pipelines.recipe.Schema.Text;
import dev.gristmill.pipelines.shard.ShardFormats;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every key of a recipe: its kind, range, default and meaning. */
final class RecipeSchema {

  /** A name that stands in reports, paths and counts. */
  static final Form NAME =
      new Form("1 to 64 letters, digits, '.', '_' or '-'", Pattern.compile("[A-Za-z0-9._-]{1,64}"));

  private static final double MAX_LONG = 9.0e18;
  private static final double GIB = 1 << 30;

  private RecipeSchema() {}

  /** The whole recipe. */
  static Keys recipe() {
    return keys(
        "name", new Property(free("a name"), null, "Name of the run, for people."),
        "seed", new Property(whole(0, MAX_LONG), 0L, "Seeds every choice by hash."),
        "input", new Property(new Items(input(), 1), null, "What is read."),
        "sample",
            new Property(
                new Range(false, 0, 1),
                1.0,
                "Share of the pages that is read on, chosen by hash of the id."),
        "limits", new Property(limits(), Map.of(), "Caps and sizes."),
        "stages",
            new Property(new Items(stages(), 0), null, "What happens to a document, in order."),
        "tokenizer", new Property(tokenizer(), Map.of(), "The vocabulary."),
        "mix", new Property(mix(), Map.of(), "Target shares of the tokens."),
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
                "Files to read, or a folder of source code; a relative path starts at the recipe's"
                    + " folder."),
        "source", new Property(NAME, "web", "Tag of the documents; part of their ids."),
        "format",
            new Property(
                names("a format", List.of("auto", "warc", "jsonl", "parquet", "html", "code")),
                "auto",
                "How the files are read; auto looks at their first bytes. Source files, and folders"
                    + " of them, need code."),
        "synthetic",
            new Property(new Flag(), false, "Whether a model made the documents; for the mix."));
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
        "sortBytes", new Property(whole(1 << 20, GIB), 64L << 20, "Memory of one fold."),
        "maxArchiveBytes",
            new Property(
                whole(1 << 20, 1L << 50),
                ReadLimits.ARCHIVE_BYTES,
                "What one archive of source files may decompress to."),
        "maxArchiveEntries",
            new Property(
                whole(1, 1e9),
                ReadLimits.ARCHIVE_ENTRIES,
                "Entries of one archive of source files, files of one folder."));
  }

  private static OneOf stages() {
    return new OneOf(StageSchemas.all());
  }

  private static Keys mix() {
    return keys(
        "targets",
            new Property(
                new Items(target(), 0),
                List.of(),
                "Kinds of documents, each takes what no earlier one takes; empty: all, once."),
        "maxEpochs",
            new Property(
                new Range(false, 0.001, 1000), 4.0, "How often a document is used at most."),
        "tokens",
            new Property(whole(0, 1e18), 0L, "Tokens wanted in all; 0: as many as there are."));
  }

  private static Keys target() {
    Map<String, Property> properties = new LinkedHashMap<>();
    properties.put("name", new Property(NAME, null, "Name, for reports."));
    properties.put(
        "share", new Property(new Range(false, 0, 1), null, "Share of the tokens; sums to 1."));
    properties.putAll(StageSchemas.selection());
    properties.put(
        "synthetic",
        new Property(
            names("any, none or only", List.of("any", "none", "only")),
            "any",
            "Whether it takes documents that a model made."));
    return new Keys(properties);
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
                new Items(names("a format", ShardFormats.NAMES), 1),
                List.of("parquet"),
                "Formats of the tokens: packed rows, or documents as a stream."),
        "text", new Property(new Flag(), true, "Whether survivors' texts are written as well."));
  }

  static Text names(String what, Collection<String> names) {
    return new Text(what, () -> names);
  }

  static Text free(String what) {
    return new Text(what, List::of);
  }

  static Range whole(double min, double max) {
    return new Range(true, min, max);
  }

  static Keys keys(Object... namesAndProperties) {
    Map<String, Property> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndProperties.length; i += 2) {
      properties.put((String) namesAndProperties[i], (Property) namesAndProperties[i + 1]);
    }
    return new Keys(properties);
  }
}
