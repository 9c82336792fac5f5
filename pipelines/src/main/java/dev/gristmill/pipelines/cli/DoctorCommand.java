// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.classifiers.language.OpenNlpLanguage;
import dev.gristmill.pipelines.runner.JobJar;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: what works on this machine. */
@Command(
    name = "doctor",
    description = "Check Java, memory, temporary space, runners and models.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final long LOW_BYTES = 400L << 20;

  @Spec private CommandSpec spec;
  private boolean healthy = true;

  /** One check; its answer is shown, its exception makes the patient ill. */
  @FunctionalInterface
  private interface Check {
    String look() throws IOException;
  }

  @Override
  public Integer call() {
    check("java", () -> Runtime.version() + ", " + System.getProperty("java.vendor"));
    check(
        "memory",
        () -> {
          long heap = Runtime.getRuntime().maxMemory();
          if (heap < LOW_BYTES) {
            throw new IOException("heap of " + (heap >> 20) + " MiB; give -Xmx of 512m or more");
          }
          return (heap >> 20)
              + " MiB heap, "
              + Runtime.getRuntime().availableProcessors()
              + " cores";
        });
    check(
        "temporary",
        () -> {
          Path place = Path.of(System.getProperty("java.io.tmpdir"));
          Files.delete(Files.createTempFile(place, "gristmill-doctor-", ".tmp"));
          return String.format(
              Locale.ROOT,
              "%s, %.1f GB free",
              place,
              Files.getFileStore(place).getUsableSpace() / 1e9);
        });
    check("direct runner", () -> DirectRunner.class.getSimpleName() + " is here");
    check("flink runner", () -> FlinkRunner.class.getSimpleName() + " is here");
    check("job jar", () -> (Files.size(JobJar.find()) >> 20) + " MiB, for Flink clusters");
    check(
        "vocabulary",
        () -> {
          Vocabulary vocabulary = Vocabulary.load("cl100k_base");
          return "cl100k_base, " + vocabulary.tokenizer().vocabularySize() + " ids";
        });
    check(
        "language",
        () ->
            "opennlp says "
                + OpenNlpLanguage.load()
                    .identify("The miller opened the sluice and the great wheel began to turn.")
                    .language()
                + " of an English sentence");
    return healthy ? 0 : Gristmill.FAILED;
  }

  private void check(String name, Check check) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.printf(Locale.ROOT, "ok    %-14s %s%n", name, check.look());
    } catch (IOException e) {
      healthy = false;
      out.printf(Locale.ROOT, "FAIL  %-14s %s%n", name, e.getMessage());
    }
  }
}
