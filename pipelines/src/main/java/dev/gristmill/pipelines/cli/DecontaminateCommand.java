// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.filters.decontaminate.Match;
import dev.gristmill.filters.decontaminate.NGramIndex;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OneStage;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.models.Benchmarks;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code decontaminate}: which documents hold benchmark items. */
@Command(
    name = "decontaminate",
    description = {
      "Which documents hold items of benchmarks, by their word n-grams.",
      "Items of fewer than 8 words are not looked for."
    },
    mixinStandardHelpOptions = true)
final class DecontaminateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--benchmarks",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description =
          "JSON lines, every text of which is an item, or plain text with an item a paragraph.")
  private List<String> benchmarks;

  @Option(
      names = "--ngram",
      paramLabel = "WORDS",
      defaultValue = "13",
      description = "Words of an n-gram, 8 to 64; default ${DEFAULT-VALUE}.")
  private int ngram;

  @Option(
      names = "--max-share",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description =
          "Largest share of a document's words within benchmark n-grams; default ${DEFAULT-VALUE}.")
  private double maxShare;

  @Option(
      names = "--max-span",
      paramLabel = "WORDS",
      defaultValue = "40",
      description = "Longest run of such words; default ${DEFAULT-VALUE}.")
  private int maxSpan;

  @Override
  public Integer call() throws IOException {
    if (!(maxShare >= 0 && maxShare <= 1) || maxSpan < 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--max-share must be in [0, 1] and --max-span at least 0, were "
              + maxShare
              + " and "
              + maxSpan);
    }
    NGramIndex.Scanner scanner = index().scanner();
    OneStage<Match> stage =
        new OneStage<>(
            "decontaminate",
            document -> scanner.match(document.text()),
            (document, match, json) -> write(match, json));
    return stage.run(spec.commandLine(), options, output);
  }

  private NGramIndex index() throws IOException {
    NGramIndex.Builder builder;
    try {
      builder = new NGramIndex.Builder(ngram);
    } catch (IllegalArgumentException range) {
      throw new ParameterException(spec.commandLine(), "--ngram: " + range.getMessage(), range);
    }
    for (String file : benchmarks) {
      Benchmarks.read(file, builder);
    }
    NGramIndex index = builder.build();
    if (builder.skipped() > 0 || index.items() == 0) {
      spec.commandLine()
          .getErr()
          .println(
              index.items()
                  + " benchmark texts; "
                  + builder.skipped()
                  + " more of fewer than "
                  + NGramIndex.MIN_WORDS
                  + " words are not looked for");
    }
    return index;
  }

  private void write(Match match, JsonGenerator json) throws IOException {
    boolean contaminated = match.share() > maxShare || match.longestSpan() > maxSpan;
    json.writeBooleanField("kept", !contaminated);
    json.writeObjectFieldStart("match");
    LineWriter.number(json, "share", match.share());
    json.writeNumberField("longestSpan", match.longestSpan());
    json.writeStringField("benchmark", match.benchmark());
    json.writeStringField("item", match.item());
    json.writeEndObject();
  }
}
