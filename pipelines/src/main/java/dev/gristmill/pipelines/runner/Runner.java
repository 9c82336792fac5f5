// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.runner;

import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Runs one Beam job after the other on a chosen engine.
 *
 * <p>Nothing that is chosen here reaches an output: partitions, splits and shards come from the
 * recipe.
 */
public final class Runner {

  /** The engines. */
  public enum Engine {
    /** DirectRunner: samples and tests. */
    DIRECT,
    /** Flink, in this process or on a cluster. */
    FLINK
  }

  private final Engine engine;
  private final String master;
  private final int parallelism;
  private final List<String> jars;

  private Runner(Engine engine, String master, int parallelism, List<String> jars) {
    this.engine = engine;
    this.master = master;
    this.parallelism = parallelism;
    this.jars = List.copyOf(jars);
  }

  /** DirectRunner with that many threads. */
  public static Runner direct(int parallelism) {
    return new Runner(Engine.DIRECT, "", parallelism, List.of());
  }

  /** Flink's mini cluster inside this process. */
  public static Runner flinkLocal(int parallelism) {
    return new Runner(Engine.FLINK, "[local]", parallelism, List.of());
  }

  /**
   * A Flink session cluster.
   *
   * @param master {@code host:port} of its REST endpoint
   * @param jars the job jar to send along
   */
  public static Runner flinkCluster(String master, int parallelism, List<String> jars) {
    return new Runner(Engine.FLINK, master, parallelism, jars);
  }

  /** Whether workers share this process, and with it the live counts. */
  public boolean inProcess() {
    return engine == Engine.DIRECT || master.equals("[local]");
  }

  /** A short name for messages. */
  public String describe() {
    return switch (engine) {
      case DIRECT -> "direct, parallelism " + parallelism;
      case FLINK ->
          (inProcess() ? "flink in process" : "flink at " + master)
              + ", parallelism "
              + parallelism;
    };
  }

  /**
   * Builds and runs a job to its end.
   *
   * @throws IllegalStateException if the engine reports another end than DONE
   */
  public void run(String name, Consumer<Pipeline> graph) {
    Pipeline pipeline = Pipeline.create(options(name));
    graph.accept(pipeline);
    PipelineResult.State state = pipeline.run().waitUntilFinish();
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException("job " + name + " ended as " + state);
    }
  }

  private PipelineOptions options(String name) {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setJobName("gristmill-" + name);
    if (engine == Engine.DIRECT) {
      DirectOptions direct = options.as(DirectOptions.class);
      direct.setRunner(DirectRunner.class);
      direct.setTargetParallelism(parallelism);
      // They encode every element to catch mutation: 12 times the cost. Tests keep them on.
      direct.setEnforceImmutability(false);
      direct.setEnforceEncodability(false);
    } else {
      FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
      flink.setRunner(FlinkRunner.class);
      flink.setFlinkMaster(master);
      flink.setParallelism(parallelism);
      flink.setStreaming(false);
      flink.setFilesToStage(jars);
    }
    return options;
  }
}
