// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.vocabulary;

import dev.gristmill.tokenizer.BpeTokenizer;
import dev.gristmill.tokenizer.Ranks;
import dev.gristmill.tokenizer.SpecialTokens;
import dev.gristmill.tokenizer.split.SplitPattern;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.FileSystems;

/**
 * A vocabulary with its digest.
 *
 * <p>Built in: {@code cl100k_base} (OpenAI, from the jtokkit jar, MIT). Any other name is a
 * tiktoken rank file: base64 token, space, rank; it gets the cl100k pattern and one special token,
 * {@code <|endoftext|>}, right after its ranks.
 *
 * @param name as given
 * @param tokenizer shared and immutable but for scratch: use {@link #encoder()}
 * @param sha256 of the rank file
 */
public record Vocabulary(String name, BpeTokenizer tokenizer, String sha256) {

  private static final String CL100K = "/com/knuddels/jtokkit/cl100k_base.tiktoken";

  /** One per process, by name and content. */
  private static final ConcurrentHashMap<String, Vocabulary> LOADED = new ConcurrentHashMap<>();

  /** Names that need no file. */
  public static List<String> builtIn() {
    return List.of("cl100k_base");
  }

  /**
   * Loads a vocabulary, or gives the one that this process has loaded already.
   *
   * @throws IOException if the file is missing or unreadable
   * @throws IllegalArgumentException if it is no rank file; the message names the line
   */
  public static Vocabulary load(String name) throws IOException {
    byte[] bytes = read(name);
    String sha256 = digest(bytes);
    String key = name + "\n" + sha256;
    Vocabulary known = LOADED.get(key);
    if (known != null) {
      return known;
    }
    Ranks ranks = Ranks.load(new ByteArrayInputStream(bytes));
    boolean cl100k = builtIn().contains(name);
    Map<String, Integer> specials =
        cl100k ? SpecialTokens.cl100k() : Map.of(SpecialTokens.END_OF_TEXT_CL100K, ranks.size());
    Vocabulary vocabulary =
        new Vocabulary(
            name,
            BpeTokenizer.of(ranks, SplitPattern.CL100K, specials, SpecialTokens.END_OF_TEXT_CL100K),
            sha256);
    LOADED.put(key, vocabulary);
    return vocabulary;
  }

  /** An encoder with scratch of its own, for one thread. */
  public BpeTokenizer encoder() {
    return tokenizer.copy();
  }

  private static byte[] read(String name) throws IOException {
    if (builtIn().contains(name)) {
      try (InputStream in = Vocabulary.class.getResourceAsStream(CL100K)) {
        if (in == null) {
          throw new IOException("cl100k_base is not on the class path");
        }
        return in.readAllBytes();
      }
    }
    try (InputStream in =
        Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(name, false)))) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      throw new IOException("no such vocabulary file: " + name, e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
