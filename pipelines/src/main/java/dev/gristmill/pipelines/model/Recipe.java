// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A recipe as resolved: every default filled in, every name checked.
 *
 * @param name the run's name, for people
 * @param seed seeds every choice by hash; 0 to 2^63 - 1
 * @param inputs what is read, in the recipe's order
 * @param sample share of the pages that is read on, chosen by hash of the id; 0 to 1
 * @param limits caps and sizes
 * @param stages what happens to a document, in order
 * @param tokenizer which vocabulary
 * @param mix how often each kind of document is used
 * @param pack the rows
 * @param output what is written
 */
public record Recipe(
    String name,
    long seed,
    List<Input> inputs,
    double sample,
    Limits limits,
    List<Stage> stages,
    Tokenizer tokenizer,
    Mix mix,
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
   * @param path an absolute glob or URI of a Beam file system; of code also a folder
   * @param source the tag of its documents; part of their ids
   * @param format {@code auto}, {@code warc}, {@code jsonl}, {@code parquet}, {@code html} or
   *     {@code code}
   * @param synthetic whether the documents were made by a model; reaches mix and report
   */
  public record Input(String path, String source, String format, boolean synthetic)
      implements Serializable {}

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
   * @param maxArchiveBytes what one source archive may decompress to
   * @param maxArchiveEntries entries of one source archive, files of one folder
   */
  public record Limits(
      double maxBadShare,
      int maxRecordBytes,
      int maxBodyBytes,
      int maxHeaderBytes,
      int maxLineBytes,
      long splitBytes,
      int partitions,
      long sortBytes,
      long maxArchiveBytes,
      long maxArchiveEntries)
      implements Serializable {

    /** Caps with the default ones for archives: 8 GiB and a million entries. */
    public Limits(
        double maxBadShare,
        int maxRecordBytes,
        int maxBodyBytes,
        int maxHeaderBytes,
        int maxLineBytes,
        long splitBytes,
        int partitions,
        long sortBytes) {
      this(
          maxBadShare,
          maxRecordBytes,
          maxBodyBytes,
          maxHeaderBytes,
          maxLineBytes,
          splitBytes,
          partitions,
          sortBytes,
          8L << 30,
          1_000_000);
    }
  }

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

  /** Rules of one kind each, all of them judged by {@link Stages}. */
  public sealed interface Stage extends Serializable
      permits Stages.Takedown,
          Stages.Dates,
          Stages.Urls,
          Stages.Language,
          Stages.Clean,
          Stages.Heuristics,
          Stages.Drop,
          Stages.WordList,
          Stages.Quality,
          Stages.Decontaminate,
          Stages.Deduplicating {
    /** The stage's name in every report; unique within a recipe. */
    String name();

    /** Whether the stage may change the text, and so opens a text version. */
    default boolean rewrites() {
      return false;
    }
  }

  /** The language stage, if there is one. */
  public Optional<Stages.Language> language() {
    return first(Stages.Language.class);
  }

  /** The first stage of a kind. */
  public <T extends Stage> Optional<T> first(Class<T> kind) {
    return stages.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The text version in force before stage {@code index}: how many rewrites come earlier. */
  public int versionAt(int index) {
    return (int) stages.subList(0, index).stream().filter(Stage::rewrites).count();
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

  /** Sources whose documents were made by a model. */
  public TreeSet<String> syntheticSources() {
    TreeSet<String> synthetic = new TreeSet<>();
    inputs.stream().filter(Input::synthetic).map(Input::source).forEach(synthetic::add);
    return synthetic;
  }
}
