// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.filters.NearestName;
import dev.gristmill.pipelines.lines.Bench;
import dev.gristmill.pipelines.lines.Document;
import dev.gristmill.pipelines.lines.Encoder;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.PackedShards;
import dev.gristmill.pipelines.lines.ReadReport;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.shard.ShardFormats;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pack}: documents as rows of tokens of one length, in input order. */
@Command(
    name = "pack",
    description = "Packs documents into rows of tokens of one length, in input order.",
    mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {

  private static final int MAX_LENGTH = 1 << 24;

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;

  @Option(
      names = "--vocab",
      paramLabel = "FILE|cl100k_base",
      required = true,
      description = "A tiktoken rank file, or a built-in vocabulary.")
  private String vocabulary;

  @Option(
      names = "--length",
      paramLabel = "TOKENS",
      defaultValue = "8192",
      description = "Tokens of a row; default ${DEFAULT-VALUE}.")
  private int length;

  @Option(
      names = "--format",
      paramLabel = "parquet|megatron",
      split = ",",
      defaultValue = "parquet",
      description = "Rows or documents, one folder a format; default ${DEFAULT-VALUE}.")
  private List<String> formats;

  @Option(names = "--output", paramLabel = "DIR", description = "Where the shards go.")
  private String output;

  @Option(
      names = "--eos",
      paramLabel = "TOKEN",
      description = "Ends every document; default: the vocabulary's end of text.")
  private String endToken;

  @Option(
      names = "--bos",
      paramLabel = "TOKEN",
      description = "Begins every document; default: none.")
  private String beginToken;

  @Option(
      names = "--shard-tokens",
      paramLabel = "N",
      defaultValue = "100000000",
      description = "Tokens of a shard, in whole rows or documents; default ${DEFAULT-VALUE}.")
  private long shardTokens;

  @Override
  public Integer call() throws IOException {
    check();
    PrintWriter err = spec.commandLine().getErr();
    ReadReport report = new ReadReport(err);
    List<InputFile> files = options.files();
    Encoder encoder = encoder();
    if (options.bench()) {
      List<Document> documents = Document.readAll(files, report);
      Bench.run("pack", documents, Document::utf8Bytes, half -> all(half, encoder), err);
      return report.exitCode();
    }
    String root = output.contains("://") ? output : Path.of(output).toAbsolutePath().toString();
    try (PackedShards shards = shards(RunDirectory.at(root), encoder)) {
      Document.read(
          files,
          report,
          document -> shards.document(document.idText(), encoder.encode(document.text())));
      if (report.exitCode() == 0) {
        long rows = shards.commit();
        String packed =
            formats.stream().anyMatch(ShardFormats::holdsRows)
                ? String.format(Locale.ROOT, " in %,d rows of %,d tokens", rows, length)
                : "";
        err.println(
            String.format(
                Locale.ROOT, "%,d documents%s, %s", report.documents(), packed, shards.counted()));
      }
    }
    report.finish();
    return report.exitCode();
  }

  private void check() {
    for (String format : formats) {
      require(
          ShardFormats.NAMES.contains(format),
          "unknown format \"" + format + "\"" + NearestName.hint(format, ShardFormats.NAMES));
    }
    require(
        length >= 1 && length <= MAX_LENGTH,
        "--length must be in [1, " + MAX_LENGTH + "], was " + length);
    require(shardTokens >= 1, "--shard-tokens must be at least 1, was " + shardTokens);
    require(output != null || options.bench(), "Missing required option: '--output=DIR'");
  }

  private Encoder encoder() throws IOException {
    Encoder encoder = new Encoder(Vocabulary.load(vocabulary).encoder());
    encoder = encoder.endingWith(endToken == null ? encoder.endOfText() : id(encoder, endToken));
    return beginToken == null ? encoder : encoder.beginningWith(id(encoder, beginToken));
  }

  private int id(Encoder encoder, String token) {
    int id = encoder.idOf(token);
    require(id >= 0, "\"" + token + "\" is no token of " + vocabulary);
    return id;
  }

  private PackedShards shards(RunDirectory directory, Encoder encoder) throws IOException {
    return PackedShards.in(directory, formats, length, shardTokens, encoder.end());
  }

  private Object all(List<Document> documents, Encoder encoder) throws IOException {
    try (PackedShards shards = PackedShards.nowhere(formats, length, shardTokens, encoder.end())) {
      for (Document document : documents) {
        shards.document(document.idText(), encoder.encode(document.text()));
      }
      return shards.commit();
    }
  }

  private void require(boolean legal, String message) {
    if (!legal) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
