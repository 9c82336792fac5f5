// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rewrite;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code heuristics}: which rules each document fails, with values, limits and all signals, and the
 * text as the dialects left it where one of them rewrites.
 */
@Command(
    name = "heuristics",
    description = {
      "Which rules each document fails, with values, limits and all signals.",
      "c4 dialects rewrite the text: the line has it, and the dialects after them measure it."
    },
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

  /** A dialect: what it measures, and what it makes of the text for those after it. */
  private record Link(Heuristic heuristic, Rewrite rewrite) {}

  private record Judgement(List<Failure> failures, Map<String, Double> signals, String text) {}

  @Override
  public Integer call() throws IOException {
    List<Link> chain = new ArrayList<>();
    boolean rewrites = false;
    try {
      Words definition = definition();
      for (String dialect : new LinkedHashSet<>(dialects)) {
        Optional<Rewrite> rewrite = Dialects.rewriter(dialect);
        rewrites |= rewrite.isPresent();
        chain.add(new Link(Dialects.byName(dialect, definition), rewrite.orElse(text -> text)));
      }
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
    }
    boolean withText = rewrites;
    TextView view = new TextView();
    OneStage<Judgement> stage =
        new OneStage<>(
            "heuristics",
            document -> judge(chain, document.text(), view),
            (document, judgement, json) -> write(judgement, withText, json));
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

  /** Every dialect is asked, on the text as those before it left it, whatever failed before. */
  private static Judgement judge(List<Link> chain, String original, TextView view) {
    List<Failure> failures = new ArrayList<>();
    Map<String, Double> signals = new LinkedHashMap<>();
    String text = original;
    view.reset(text);
    for (Link link : chain) {
      link.heuristic().measure().measure(view, signals::put);
      failures.addAll(link.heuristic().failures(signals::get));
      String rewritten = link.rewrite().rewrite(text);
      if (!rewritten.equals(text)) {
        text = rewritten;
        view.reset(text);
      }
    }
    return new Judgement(failures, signals, text);
  }

  private static void write(Judgement judgement, boolean withText, JsonGenerator json)
      throws IOException {
    json.writeBooleanField("kept", judgement.failures().isEmpty());
    LineWriter.reasons(json, judgement.failures());
    json.writeObjectFieldStart("signals");
    for (Map.Entry<String, Double> signal : judgement.signals().entrySet()) {
      LineWriter.number(json, signal.getKey(), signal.getValue());
    }
    json.writeEndObject();
    if (withText) {
      json.writeStringField("text", judgement.text());
    }
  }
}
