// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Special tokens: ids that stand for no text of a document. Immutable, may be shared by threads.
 *
 * <p>{@link #cl100k()} and {@link #llama3(int)} give the published sets.
 */
public final class SpecialTokens {
  /** The end of a document in cl100k_base. */
  public static final String END_OF_TEXT_CL100K = "<|endoftext|>";

  /** The end of a document in Llama 3. */
  public static final String END_OF_TEXT_LLAMA3 = "<|end_of_text|>";

  private static final int LLAMA3_SPECIALS = 256;

  private final Map<String, Integer> ids;
  private final NavigableMap<Integer, byte[]> texts;

  private SpecialTokens(Map<String, Integer> ids, NavigableMap<Integer, byte[]> texts) {
    this.ids = ids;
    this.texts = texts;
  }

  /** The special tokens of cl100k_base. Source: tiktoken 0.14.0, tiktoken_ext/openai_public.py. */
  public static Map<String, Integer> cl100k() {
    Map<String, Integer> specials = new LinkedHashMap<>();
    specials.put(END_OF_TEXT_CL100K, 100257);
    specials.put("<|fim_prefix|>", 100258);
    specials.put("<|fim_middle|>", 100259);
    specials.put("<|fim_suffix|>", 100260);
    specials.put("<|endofprompt|>", 100276);
    return Collections.unmodifiableMap(specials);
  }

  /**
   * The 256 special tokens of Llama 3, from id {@code first} on (128000 for Meta's vocabulary).
   *
   * <p>Source: llama-models 0.3.0, llama_models/llama3/tokenizer.py.
   */
  public static Map<String, Integer> llama3(int first) {
    String[] named = {
      "begin_of_text",
      "end_of_text",
      "reserved_special_token_0",
      "reserved_special_token_1",
      "finetune_right_pad_id",
      "step_id",
      "start_header_id",
      "end_header_id",
      "eom_id",
      "eot_id",
      "python_tag",
      "image"
    };
    Map<String, Integer> specials = new LinkedHashMap<>();
    for (int at = 0; at < LLAMA3_SPECIALS; at++) {
      // Two reserved ones stand among the named, so the numbering goes on from 2.
      String name =
          at < named.length ? named[at] : "reserved_special_token_" + (at - named.length + 2);
      specials.put("<|" + name + "|>", first + at);
    }
    return Collections.unmodifiableMap(specials);
  }

  /** Checks and copies; ids must be distinct and at or after {@code ordinary}. */
  static SpecialTokens of(Map<String, Integer> specials, int ordinary) {
    NavigableMap<Integer, byte[]> texts = new TreeMap<>();
    for (Map.Entry<String, Integer> special : new TreeMap<>(specials).entrySet()) {
      int id = special.getValue();
      if (id < ordinary || id == Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "the id of special token \""
                + special.getKey()
                + "\" must be in ["
                + ordinary
                + ", 2^31 - 1), was "
                + id);
      }
      if (texts.put(id, special.getKey().getBytes(StandardCharsets.UTF_8)) != null) {
        throw new IllegalArgumentException(
            "two special tokens have id " + id + ", one is \"" + special.getKey() + "\"");
      }
    }
    return new SpecialTokens(Map.copyOf(specials), texts);
  }

  /** The id of a special token's text, or -1. */
  int idOf(String text) {
    return ids.getOrDefault(text, -1);
  }

  /** The highest id, or -1 if there are no special tokens. */
  int highestId() {
    return texts.isEmpty() ? -1 : texts.lastKey();
  }

  /** The text of a special token; {@code at} is for the message. */
  byte[] bytes(int id, int at) {
    byte[] text = texts.get(id);
    if (text == null) {
      throw new IllegalArgumentException("id " + id + " at " + at + " is not in the vocabulary");
    }
    return text;
  }
}
