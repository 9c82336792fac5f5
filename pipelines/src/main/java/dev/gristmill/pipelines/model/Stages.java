// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import dev.gristmill.filters.heuristics.Dialects;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of stages a recipe can have, each with its settings. */
public final class Stages {

  private Stages() {}

  /**
   * Drops documents that somebody has the right to have dropped. Files hold one entry a line.
   *
   * @param ids files of document ids or of the input's own ids
   * @param urls files of URLs, compared in canonical form
   * @param hosts files of hosts; a host covers its sub-hosts
   */
  public record Takedown(String name, List<String> ids, List<String> urls, List<String> hosts)
      implements Recipe.Stage {
    /** Copies the lists. */
    public Takedown {
      ids = List.copyOf(ids);
      urls = List.copyOf(urls);
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * Keeps documents of a range of crawl dates.
   *
   * @param from first second kept, epoch seconds
   * @param to first second no longer kept, epoch seconds
   * @param keepUnknown whether a document without a date is kept
   */
  public record Dates(String name, long from, long to, boolean keepUnknown)
      implements Recipe.Stage {}

  /**
   * Drops documents for their URL alone.
   *
   * @param builtIn whether the shipped hosts count
   * @param words whether the shipped words count
   * @param ipHosts whether a host that is an IP address fails
   * @param hosts files of hosts, or folders in the UT1 layout
   * @param urls files of URLs
   */
  public record Urls(
      String name,
      boolean builtIn,
      boolean words,
      boolean ipHosts,
      List<String> hosts,
      List<String> urls)
      implements Recipe.Stage {
    /** Copies the lists. */
    public Urls {
      hosts = List.copyOf(hosts);
      urls = List.copyOf(urls);
    }

    /** Without the rule on IP addresses. */
    public Urls(
        String name, boolean builtIn, boolean words, List<String> hosts, List<String> urls) {
      this(name, builtIn, words, false, hosts, urls);
    }
  }

  /**
   * Identifies the language and keeps some.
   *
   * @param keep ISO 639-3 codes; empty keeps all
   * @param minScore lowest score of the top language, 0 to 1
   * @param selection the sources it judges; the language is identified for all
   */
  public record Language(
      String name, String model, List<String> keep, double minScore, Selection selection)
      implements Recipe.Stage {
    /** Copies the list. */
    public Language {
      keep = List.copyOf(keep);
    }
  }

  /** Rewrites the text: control characters, line ends, trailing blanks, runs of empty lines. */
  public record Clean(String name) implements Recipe.Stage {
    @Override
    public boolean rewrites() {
      return true;
    }
  }

  /**
   * Heuristic rules of one dialect; some dialects rewrite the text as well.
   *
   * @param dialect {@code rule@source}
   * @param words {@code default} or {@code whitespace}
   * @param limits limits that differ from the dialect's, by rule id, in sorted order
   */
  public record Heuristics(
      String name, String dialect, String words, Selection selection, Map<String, Double> limits)
      implements Recipe.Stage {
    /** Copies the limits. */
    public Heuristics {
      limits = new TreeMap<>(limits);
    }

    @Override
    public boolean rewrites() {
      return Dialects.rewriter(dialect).isPresent();
    }
  }

  /**
   * A rule of the user's own.
   *
   * @param name the rule's id
   * @param when the threshold expression that drops a document where it is true
   */
  public record Drop(String name, String when, Selection selection) implements Recipe.Stage {}

  /**
   * Words of adult sites or of spam, by the lists of the document's language.
   *
   * @param list {@code nsfw} or {@code spam}
   * @param limits limits that differ from the defaults, by rule id, in sorted order
   */
  public record WordList(String name, String list, Selection selection, Map<String, Double> limits)
      implements Recipe.Stage {
    /** Copies the limits. */
    public WordList {
      limits = new TreeMap<>(limits);
    }
  }

  /**
   * Drops documents that a quality model scores low.
   *
   * @param model {@code builtin} or the absolute path of a model file
   * @param minScore lowest score kept, 0 to 1
   */
  public record Quality(String name, String model, double minScore, Selection selection)
      implements Recipe.Stage {}

  /**
   * Drops documents that hold benchmark items.
   *
   * @param benchmarks files of JSON lines or text
   * @param ngram words of an n-gram
   * @param maxShare largest share of a document's words within benchmark n-grams, 0 to 1
   * @param maxSpan longest run of such words
   */
  public record Decontaminate(
      String name,
      List<String> benchmarks,
      int ngram,
      double maxShare,
      int maxSpan,
      Selection selection)
      implements Recipe.Stage {
    /** Copies the list. */
    public Decontaminate {
      benchmarks = List.copyOf(benchmarks);
    }
  }

  /** A stage that decides between documents: one keeper, the others dropped. */
  public sealed interface Deduplicating extends Recipe.Stage permits Url, Exact, Near, Semantic {
    /** Criteria of the keep policy, most important first. */
    List<String> keep();
  }

  /** Keeps one of the documents of the same URL. */
  public record Url(String name, List<String> keep) implements Deduplicating {
    /** Copies the list. */
    public Url {
      keep = List.copyOf(keep);
    }
  }

  /** Keeps one of the documents with the same normalised text. */
  public record Exact(String name, List<String> keep) implements Deduplicating {
    /** Copies the list. */
    public Exact {
      keep = List.copyOf(keep);
    }
  }

  /**
   * Drops a document if a kept one before it in keep order is nearly the same.
   *
   * @param threshold least Jaccard similarity of the shingle sets, 0 to 1
   * @param shingle words of a shingle
   * @param bands bands of the signature
   * @param rows hashes of a band
   */
  public record Near(
      String name, List<String> keep, double threshold, int shingle, int bands, int rows)
      implements Deduplicating {
    /** Copies the list. */
    public Near {
      keep = List.copyOf(keep);
    }
  }

  /**
   * Drops a document if a kept one before it in keep order says nearly the same.
   *
   * @param threshold least cosine of the embeddings, 0 to 1
   * @param clusters how many clusters documents are compared within
   * @param rounds most rounds of k-means
   */
  public record Semantic(
      String name,
      List<String> keep,
      double threshold,
      int clusters,
      int rounds,
      Selection selection)
      implements Deduplicating {
    /** Copies the list. */
    public Semantic {
      keep = List.copyOf(keep);
    }
  }
}
