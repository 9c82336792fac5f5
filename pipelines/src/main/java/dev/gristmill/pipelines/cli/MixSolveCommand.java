// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.model.MixRate;
import dev.gristmill.pipelines.model.MixSolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mix solve}: how often each target is used for its share of the tokens. */
@Command(
    name = "solve",
    description = {
      "How often each target's documents are used, so that it has its share of the tokens.",
      "SPEC, YAML or JSON: {targets: [{name: a, share: 0.5}, ...], available: {a: TOKENS, ...}, "
          + "maxEpochs: 4, tokens: 0}; tokens 0 is what there is."
    },
    mixinStandardHelpOptions = true)
final class MixSolveCommand implements Callable<Integer> {

  private static final int MAX_SPEC_BYTES = 1 << 16;

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "SPEC", description = "The mix; - is the standard input.")
  private String file;

  @Override
  public Integer call() throws IOException {
    MixSpec mix;
    try {
      mix = MixSpec.parse(text());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), file + ": " + wrong.getMessage(), wrong);
    }
    List<MixRate> rates = MixSolver.solve(mix.mix(), mix.available());
    try (LineWriter writer = output.open(spec.commandLine().getOut())) {
      writer.line(json -> write(rates, json));
      writer.commit();
    }
    return 0;
  }

  private String text() throws IOException {
    List<InputFile> files = InputFile.resolve(List.of(file));
    try (InputStream in = files.get(0).open()) {
      byte[] bytes = in.readNBytes(MAX_SPEC_BYTES + 1);
      if (files.size() > 1 || bytes.length > MAX_SPEC_BYTES) {
        throw new IOException(file + " must be one file of at most " + MAX_SPEC_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static void write(List<MixRate> rates, JsonGenerator json) throws IOException {
    LineWriter.number(json, "tokens", rates.stream().mapToDouble(MixRate::expected).sum());
    json.writeArrayFieldStart("targets");
    for (MixRate rate : rates) {
      json.writeStartObject();
      json.writeStringField("name", rate.target());
      LineWriter.number(json, "share", rate.share());
      json.writeNumberField("available", rate.available());
      LineWriter.number(json, "rate", rate.rate());
      LineWriter.number(json, "tokens", rate.expected());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
