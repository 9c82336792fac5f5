// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.decide.Decide;
import dev.gristmill.pipelines.decide.DecideNear;
import dev.gristmill.pipelines.emit.Emit;
import dev.gristmill.pipelines.finish.Finish;
import dev.gristmill.pipelines.measure.Measure;
import dev.gristmill.pipelines.mix.Apportion;
import dev.gristmill.pipelines.model.MixRate;
import dev.gristmill.pipelines.model.MixSolver;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Balance;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.runner.Runner;
import dev.gristmill.pipelines.split.Fates;
import dev.gristmill.pipelines.verdict.DecisionJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * A whole run: measure, decide, finish, emit, balance, manifest. The only class that knows the
 * order of stages.
 *
 * <p>Every phase skips the units that are done under the same fingerprint, so running again after a
 * crash, on another runner or at another parallelism, does only what is missing.
 */
public final class Curate {

  /** What a run tells while it goes on. */
  public interface Listener {
    /** A phase begins: units in all, and how many of them are done already. */
    void begin(String phase, int units, int done);

    /** The phase has ended. */
    void end(String phase);
  }

  private final Planned planned;
  private final Recipe recipe;
  private final List<Split> splits;
  private final Fingerprints fingerprints;
  private final RunDirectory directory;
  private final Runner runner;
  private final Listener listener;

  private Curate(Planned planned, RunDirectory directory, Runner runner, Listener listener) {
    this.planned = planned;
    this.recipe = planned.recipe();
    this.splits = planned.splits();
    this.fingerprints = new Fingerprints(recipe, planned.digests());
    this.directory = directory;
    this.runner = runner;
    this.listener = listener;
  }

  /**
   * Runs a planned recipe into a directory.
   *
   * @return the manifest, which is written already
   * @throws IOException if a file cannot be read or written
   * @throws IllegalStateException if the run does not balance: a bug, and nothing is published
   */
  public static Manifest run(
      Planned planned, RunDirectory directory, Runner runner, Listener listener)
      throws IOException {
    return new Curate(planned, directory, runner, listener).run();
  }

  /** All stages' names in order, the two implicit ones first. */
  public static List<String> stages(Recipe recipe) {
    List<String> stages = new ArrayList<>(List.of(Fates.EXTRACT, Fates.IDENTITY));
    recipe.stages().forEach(stage -> stages.add(stage.name()));
    return stages;
  }

  private Manifest run() throws IOException {
    Map<String, Entry> measured = measure();
    Map<String, Collection<Entry>> decided = new LinkedHashMap<>();
    decided.put(Phase.IDENTITY, decide(Phase.IDENTITY, null, measured.values(), decided));
    for (Recipe.Stage stage : recipe.stages()) {
      if (stage instanceof Stages.Deduplicating one) {
        decided.put(one.name(), decide(one.name(), one, measured.values(), decided));
      }
    }
    Collection<Entry> finished = finish(measured, decided);
    Tally finish = sum(finished);
    List<MixRate> rates = solve(finish);
    Collection<Entry> mixed = mix(rates, decided, finished);
    Tally mix = sum(mixed);
    Tally sized = recipe.mix().hasTargets() ? mix : finish;
    long tokens = sized.under("tokens").values().stream().mapToLong(Long::longValue).sum();
    int shards =
        Math.toIntExact(
            Math.max(1, (tokens + recipe.pack().shardTokens() - 1) / recipe.pack().shardTokens()));
    Collection<Entry> emitted = emit(shards, decided, finished, mixed);
    Tally measure = sum(measured.values());
    Tally emit = sum(emitted);
    List<String> stages = stages(recipe);
    List<String> wrong =
        Balance.violations(stages, measure, finish, mix, emit, recipe.pack().length());
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("the run does not balance: " + String.join("; ", wrong));
    }
    TreeMap<String, FileRecord> files = new TreeMap<>();
    for (Collection<Entry> phase : List.of(measured.values(), finished, emitted)) {
      for (Entry entry : phase) {
        entry.files().stream()
            .filter(file -> !file.path().startsWith("work/"))
            .forEach(file -> files.put(file.path(), file));
      }
    }
    sweep(files.keySet());
    Manifest manifest =
        new Manifest(
            version(),
            recipe,
            planned.digests(),
            splits,
            measured.values().stream().map(Entry::inputSha256).toList(),
            stages,
            List.copyOf(decided.keySet()),
            shards,
            planned.vocabulary().tokenizer().vocabularySize(),
            planned.vocabulary().tokenizer().endOfText(),
            List.copyOf(files.values()),
            measure,
            finish,
            rates,
            mix,
            emit);
    manifest.write(directory);
    return manifest;
  }

  private Map<String, Entry> measure() throws IOException {
    Units units = new Units(directory, Phase.MEASURE);
    Map<Integer, String> wanted = new TreeMap<>();
    for (Split split : splits) {
      String fingerprint = fingerprints.measure(split);
      wanted.put(split.index(), fingerprint);
      units.want(split.unit(), fingerprint);
    }
    return units.complete(
        listener,
        todo ->
            runner.run(
                Phase.MEASURE,
                pipeline ->
                    pipeline.apply(
                        "Measure",
                        Measure.of(
                            directory,
                            recipe,
                            splits.stream().filter(s -> todo.contains(s.unit())).toList(),
                            wanted))));
  }

  private Collection<Entry> decide(
      String phase,
      Stages.Deduplicating stage,
      Collection<Entry> measured,
      Map<String, Collection<Entry>> earlier)
      throws IOException {
    DecisionJob job =
        new DecisionJob(directory, recipe, phase, splits, List.copyOf(earlier.keySet()));
    List<Entry> read = new ArrayList<>(measured);
    earlier.values().forEach(read::addAll);
    int stages = stage == null ? 0 : recipe.indexOf(phase) + 1;
    if (stage instanceof Stages.Semantic semantic) {
      String reads = fingerprints.decide(phase, stages, read);
      return SemanticRounds.run(job, semantic, reads, runner, listener);
    }
    String fingerprint = fingerprints.decide(phase, stages, read);
    Units units = new Units(directory, phase);
    job.units().forEach(unit -> units.want(unit, fingerprint));
    return units
        .complete(
            listener,
            todo ->
                runner.run(
                    phase, pipeline -> pipeline.apply("Decide", decision(job, stage, fingerprint))))
        .values();
  }

  private static PTransform<PBegin, PDone> decision(
      DecisionJob job, Stages.Deduplicating stage, String fingerprint) {
    if (stage == null) {
      return Decide.sameRecord(job, fingerprint);
    }
    return stage instanceof Stages.Near near
        ? DecideNear.of(job, near, fingerprint)
        : Decide.sameKey(job, stage, fingerprint);
  }

  private Collection<Entry> finish(
      Map<String, Entry> measured, Map<String, Collection<Entry>> decided) throws IOException {
    List<Entry> decisions = new ArrayList<>();
    decided.values().forEach(decisions::addAll);
    Units units = new Units(directory, Phase.FINISH);
    Map<Split, String> wanted = new LinkedHashMap<>();
    for (Split split : splits) {
      String fingerprint = fingerprints.finish(measured.get(split.unit()), decisions);
      wanted.put(split, fingerprint);
      units.want(split.unit(), fingerprint);
    }
    return units
        .complete(
            listener,
            todo -> {
              Map<Split, String> work = new LinkedHashMap<>(wanted);
              work.keySet().removeIf(split -> !todo.contains(split.unit()));
              runner.run(
                  Phase.FINISH,
                  pipeline ->
                      pipeline.apply(
                          "Finish",
                          Finish.of(directory, recipe, List.copyOf(decided.keySet()), work)));
            })
        .values();
  }

  private List<MixRate> solve(Tally finish) {
    if (!recipe.mix().hasTargets()) {
      return List.of();
    }
    Map<String, Long> available = new TreeMap<>();
    finish
        .under("tokens")
        .forEach(
            (name, tokens) -> {
              int bar = name.indexOf('|');
              recipe
                  .mix()
                  .target(
                      name.substring(bar + 1), name.substring(0, bar), recipe.syntheticSources())
                  .ifPresent(target -> available.merge(target.name(), tokens, Long::sum));
            });
    return MixSolver.solve(recipe.mix(), available);
  }

  private Collection<Entry> mix(
      List<MixRate> rates, Map<String, Collection<Entry>> decided, Collection<Entry> finished)
      throws IOException {
    if (!recipe.mix().hasTargets()) {
      return List.of();
    }
    String fingerprint = fingerprints.mix(rates, finished);
    Units units = new Units(directory, Phase.MIX);
    splits.forEach(split -> units.want(split.unit(), fingerprint));
    TreeMap<String, Double> byTarget = new TreeMap<>();
    rates.forEach(rate -> byTarget.put(rate.target(), rate.rate()));
    return units
        .complete(
            listener,
            todo -> {
              Map<Split, String> work = new LinkedHashMap<>();
              splits.stream()
                  .filter(split -> todo.contains(split.unit()))
                  .forEach(split -> work.put(split, fingerprint));
              Apportion.Job job =
                  new Apportion.Job(
                      directory, recipe, List.copyOf(decided.keySet()), byTarget, work);
              runner.run(Phase.MIX, pipeline -> pipeline.apply("Apportion", Apportion.of(job)));
            })
        .values();
  }

  private Collection<Entry> emit(
      int shards,
      Map<String, Collection<Entry>> decided,
      Collection<Entry> finished,
      Collection<Entry> mixed)
      throws IOException {
    List<Entry> read = new ArrayList<>(finished);
    read.addAll(mixed);
    Units units = new Units(directory, Phase.EMIT);
    TreeMap<Integer, String> wanted = new TreeMap<>();
    for (int shard = 0; shard < shards; shard++) {
      String fingerprint = fingerprints.emit(shard, shards, read);
      wanted.put(shard, fingerprint);
      units.want(Split.unit(shard), fingerprint);
    }
    return units
        .complete(
            listener,
            todo -> {
              TreeMap<Integer, String> work = new TreeMap<>(wanted);
              work.keySet().removeIf(shard -> !todo.contains(Split.unit(shard)));
              Emit.Job job =
                  new Emit.Job(
                      directory,
                      recipe,
                      new ArrayList<>(decided.keySet()),
                      new ArrayList<>(splits),
                      shards,
                      work,
                      planned.vocabulary().tokenizer().endOfText());
              runner.run(Phase.EMIT, pipeline -> pipeline.apply("Emit", Emit.of(job)));
            })
        .values();
  }

  /** Deletes what an earlier run with other settings left among the outputs. */
  private void sweep(Collection<String> current) throws IOException {
    TreeSet<String> stale = new TreeSet<>();
    for (String folder : List.of("tokens/**", "text/*", "ledger/*", "bad/*")) {
      stale.addAll(directory.list(folder).keySet());
    }
    stale.removeAll(current);
    directory.delete(stale);
  }

  private static Tally sum(Collection<Entry> entries) {
    Tally sum = new Tally();
    entries.forEach(entry -> sum.add(entry.tally()));
    return sum;
  }

  private static String version() {
    String version = Curate.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
