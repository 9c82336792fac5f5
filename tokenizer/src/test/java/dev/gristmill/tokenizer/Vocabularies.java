// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import dev.gristmill.tokenizer.split.SplitPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Published vocabularies for tests: cl100k from the jtokkit jar, Llama 3 from a file of the user's.
 */
public final class Vocabularies {
  private static final Ranks CL100K = readCl100k();

  /** The ranks of cl100k_base. */
  public static Ranks cl100kRanks() {
    return CL100K;
  }

  /** A cl100k_base tokenizer. */
  public static BpeTokenizer cl100k() {
    return BpeTokenizer.of(
        CL100K, SplitPattern.CL100K, SpecialTokens.cl100k(), SpecialTokens.END_OF_TEXT_CL100K);
  }

  /** Llama 3's tokenizer, from {@code -Dgristmill.llama3=} the path of Meta's tokenizer.model. */
  public static BpeTokenizer llama3() throws IOException {
    String path = System.getProperty("gristmill.llama3");
    Assumptions.assumeTrue(
        path != null, "skipped: needs -Dgristmill.llama3=PATH of llama-models' tokenizer.model");
    try (InputStream file = Files.newInputStream(Path.of(path))) {
      Ranks ranks = Ranks.load(file);
      return BpeTokenizer.of(
          ranks,
          SplitPattern.LLAMA3,
          SpecialTokens.llama3(ranks.size()),
          SpecialTokens.END_OF_TEXT_LLAMA3);
    }
  }

  private static Ranks readCl100k() {
    try (InputStream file =
        Vocabularies.class.getResourceAsStream("/com/knuddels/jtokkit/cl100k_base.tiktoken")) {
      return Ranks.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Vocabularies() {}
}
