// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.gristmill.tokenizer.split.SplitPattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Encoding the sample pages' markup with cl100k, beside JTokkit. Encodes/s of the whole text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class EncodeBench {

  private byte[] utf8;
  private String text;
  private BpeTokenizer tokenizer;
  private Encoding jtokkit;
  private final IntList ids = new IntList();

  /** Reads the pages; run from the repository's root. */
  @Setup
  public void load() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> pages = Files.list(Path.of("samples/pages/first"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".html")).sorted().toList()) {
        all.append(Files.readString(page, StandardCharsets.ISO_8859_1));
      }
    }
    text = all.toString();
    utf8 = text.getBytes(StandardCharsets.UTF_8);
    try (InputStream in =
        Encodings.class.getResourceAsStream("/com/knuddels/jtokkit/cl100k_base.tiktoken")) {
      tokenizer =
          BpeTokenizer.of(
              Ranks.load(in),
              SplitPattern.CL100K,
              SpecialTokens.cl100k(),
              SpecialTokens.END_OF_TEXT_CL100K);
    }
    jtokkit = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
  }

  /** Ours. */
  @Benchmark
  public int gristmill() {
    ids.clear();
    tokenizer.encode(utf8, 0, utf8.length, ids);
    return ids.size();
  }

  /** The peer. */
  @Benchmark
  public int jtokkit() {
    return jtokkit.encodeOrdinary(text).size();
  }
}
