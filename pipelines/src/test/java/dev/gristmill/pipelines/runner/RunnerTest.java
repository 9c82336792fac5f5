// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunnerTest {

  @Test
  void saysWhereJobsRun() {
    assertThat(Runner.direct(3).describe()).isEqualTo("direct, parallelism 3");
    assertThat(Runner.flinkLocal(2).describe()).isEqualTo("flink in process, parallelism 2");
    assertThat(Runner.flinkCluster("host:8081", 4, List.of()).describe())
        .isEqualTo("flink at host:8081, parallelism 4");
    assertThat(Runner.direct(1).inProcess()).isTrue();
    assertThat(Runner.flinkLocal(1).inProcess()).isTrue();
    assertThat(Runner.flinkCluster("host:8081", 4, List.of()).inProcess()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Runner.Engine.class)
  void failsWhenItsJobFails(Runner.Engine engine) {
    Runner runner = engine == Runner.Engine.DIRECT ? Runner.direct(1) : Runner.flinkLocal(1);

    assertThatThrownBy(
            () ->
                runner.run(
                    "failing",
                    pipeline ->
                        pipeline.apply(Create.of("wheel")).apply("Fail", ParDo.of(new FailFn()))))
        .hasStackTraceContaining("broken wheel");
  }

  private static final class FailFn extends DoFn<String, Void> {
    @ProcessElement
    public void process(@Element String element) {
      if (element.equals("wheel")) {
        throw new IllegalArgumentException("broken " + element);
      }
    }
  }
}
