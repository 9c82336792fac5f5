// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A recipe as resolved: every default filled in, every name checked.
 *
 * @param name the run's name, for people
 * @param seed seeds every choice by hash; 0 to 2^63 - 1
 * @param inputs what is read, in the recipe's order
 * @param limits caps and sizes
 * @param stages what happens to a document, in order
 * @param tokenizer which vocabulary
 * @param pack the rows
 * @param output what is written
 */
public record Recipe(
    String name,
    long seed,
    List<Input> inputs,
    Limits limits,
    List<Stage> stages,
    Tokenizer tokenizer,
    Pack pack,
    Output output)
    implements Serializable {

  /** Copies the lists. */
  public Recipe {
    inputs = List.copyOf(inputs);
    stages = List.copyOf(stages);
  }

  /**
   * Files to read.
   *
   * @param path an absolute glob or URI of a Beam file system
   * @param source the tag of its documents; part of their ids
   * @param format {@code auto}, {@code warc} or {@code jsonl}
   */
  public record Input(String path, String source, String format) implements Serializable {}

  /**
   * Caps and sizes; partition, split and shard counts follow from these and the input's bytes
   * alone.
   *
   * @param maxBadShare bad units over all units read, above which a run ends with exit code 4
   * @param maxRecordBytes raw bytes of one record
   * @param maxBodyBytes decoded bytes of one page
   * @param maxHeaderBytes bytes of one WARC header block
   * @param maxLineBytes bytes of one JSON line
   * @param splitBytes input bytes of one split
   * @param partitions of every narrow shuffle
   * @param sortBytes memory of one fold, in bytes
   */
  public record Limits(
      double maxBadShare,
      int maxRecordBytes,
      int maxBodyBytes,
      int maxHeaderBytes,
      int maxLineBytes,
      long splitBytes,
      int partitions,
      long sortBytes)
      implements Serializable {}

  /**
   * The vocabulary.
   *
   * @param vocabulary a built-in name or an absolute path of a tiktoken rank file
   */
  public record Tokenizer(String vocabulary) implements Serializable {}

  /**
   * The rows.
   *
   * @param length tokens of one row
   * @param shardTokens tokens of one output shard, about
   */
  public record Pack(int length, long shardTokens) implements Serializable {}

  /**
   * The outputs.
   *
   * @param formats names of token formats, one folder each under {@code tokens/}
   * @param text whether survivors' texts are written under {@code text/}
   */
  public record Output(List<String> formats, boolean text) implements Serializable {
    /** Copies the list. */
    public Output {
      formats = List.copyOf(formats);
    }
  }

  /** One step of the funnel. */
  public sealed interface Stage extends Serializable permits Language, Clean, Heuristics, Exact {
    /** The stage's name in every report; unique within a recipe. */
    String name();
  }

  /**
   * Identifies the language and keeps some.
   *
   * @param keep ISO 639-3 codes; empty keeps all
   * @param minScore lowest score of the top language, 0 to 1
   */
  public record Language(String name, String model, List<String> keep, double minScore)
      implements Stage {
    /** Copies the list. */
    public Language {
      keep = List.copyOf(keep);
    }
  }

  /** Rewrites the text: control characters, line ends, trailing blanks, runs of empty lines. */
  public record Clean(String name) implements Stage {}

  /**
   * Heuristic rules of one dialect.
   *
   * @param dialect {@code rule@source}
   * @param words {@code default} or {@code whitespace}
   * @param languages ISO 639-3 codes it applies to; empty applies to all
   * @param exceptLanguages codes it does not apply to
   * @param limits limits that differ from the dialect's, by rule id, in sorted order
   */
  public record Heuristics(
      String name,
      String dialect,
      String words,
      List<String> languages,
      List<String> exceptLanguages,
      Map<String, Double> limits)
      implements Stage {
    /** Copies the collections. */
    public Heuristics {
      languages = List.copyOf(languages);
      exceptLanguages = List.copyOf(exceptLanguages);
      limits = new TreeMap<>(limits);
    }

    /** Whether the rules apply to a document of this language. */
    public boolean appliesTo(String language) {
      return (languages.isEmpty() || languages.contains(language))
          && !exceptLanguages.contains(language);
    }
  }

  /**
   * Drops all but one of the documents with the same normalised text.
   *
   * @param keep the keep policy: {@code newest}, {@code longest}, {@code source}, {@code id}
   */
  public record Exact(String name, List<String> keep) implements Stage {
    /** Copies the list. */
    public Exact {
      keep = List.copyOf(keep);
    }
  }

  /** The language stage, if there is one. */
  public Optional<Language> language() {
    return stages.stream().filter(Language.class::isInstance).map(Language.class::cast).findFirst();
  }

  /** The text version in force before stage {@code index}: how many rewrites come earlier. */
  public int versionAt(int index) {
    return (int) stages.subList(0, index).stream().filter(Clean.class::isInstance).count();
  }

  /** The last text version. */
  public int lastVersion() {
    return versionAt(stages.size());
  }

  /** Index of the stage of that name; -1 if there is none. */
  public int indexOf(String stageName) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).name().equals(stageName)) {
        return i;
      }
    }
    return -1;
  }

  /** Sources in the order of the inputs, each with its rank: earlier is preferred. */
  public Map<String, Integer> sourceRanks() {
    Map<String, Integer> ranks = new TreeMap<>();
    for (Input input : inputs) {
      ranks.putIfAbsent(input.source(), ranks.size());
    }
    return ranks;
  }
}
