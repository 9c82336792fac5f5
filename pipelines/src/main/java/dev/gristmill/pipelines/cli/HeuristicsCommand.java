// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.heuristics.Dialects;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OneStage;
import dev.gristmill.pipelines.lines.OutputOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heuristics}: which rules each document fails, with values, limits and all signals. */
@Command(
    name = "heuristics",
    description = "Which rules each document fails, with values, limits and all signals.",
    mixinStandardHelpOptions = true)
final class HeuristicsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--dialect",
      paramLabel = "rule@source",
      required = true,
      split = ",",
      description = "Rules, applied in this order: ${COMPLETION-CANDIDATES}.",
      completionCandidates = DialectNames.class)
  private List<String> dialects;

  @Option(
      names = "--words",
      paramLabel = "default|whitespace",
      defaultValue = "default",
      description = "What a word is: ours for the language, or Python's str.split().")
  private String words;

  /** The known dialects. */
  static final class DialectNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    DialectNames() {
      super(Dialects.names());
    }
  }

  private record Judgement(List<Failure> failures, Map<String, Double> signals) {}

  @Override
  public Integer call() throws IOException {
    List<Heuristic> heuristics = new ArrayList<>();
    try {
      Words definition = definition();
      for (String dialect : new LinkedHashSet<>(dialects)) {
        heuristics.add(Dialects.byName(dialect, definition));
      }
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
    }
    TextView view = new TextView();
    OneStage<Judgement> stage =
        new OneStage<>(
            "heuristics",
            document -> judge(heuristics, view.reset(document.text())),
            (document, judgement, json) -> write(judgement, json));
    return stage.run(spec.commandLine(), options, output);
  }

  private Words definition() {
    return switch (words) {
      case "default" -> Words.DEFAULT;
      case "whitespace" -> Words.WHITESPACE;
      default ->
          throw new IllegalArgumentException(
              "--words must be default or whitespace, was \"" + words + "\"");
    };
  }

  private static Judgement judge(List<Heuristic> heuristics, TextView view) {
    List<Failure> failures = new ArrayList<>();
    Map<String, Double> signals = new LinkedHashMap<>();
    for (Heuristic heuristic : heuristics) {
      heuristic.measure().measure(view, signals::put);
      failures.addAll(heuristic.failures(signals::get));
    }
    return new Judgement(failures, signals);
  }

  private static void write(Judgement judgement, JsonGenerator json) throws IOException {
    json.writeBooleanField("kept", judgement.failures().isEmpty());
    json.writeArrayFieldStart("reasons");
    for (Failure failure : judgement.failures()) {
      json.writeStartObject();
      json.writeStringField("rule", failure.rule());
      LineWriter.number(json, "value", failure.value());
      LineWriter.number(json, "limit", failure.limit());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("signals");
    for (Map.Entry<String, Double> signal : judgement.signals().entrySet()) {
      LineWriter.number(json, signal.getKey(), signal.getValue());
    }
    json.writeEndObject();
  }
}
