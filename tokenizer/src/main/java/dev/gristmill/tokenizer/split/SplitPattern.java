// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

/**
 * The published pretokenization patterns this module knows.
 *
 * <p>The two cut alike but for one thing. At the end of the text CL100K takes a whole white-space
 * run as one piece ({@code \s++$} comes first), where LLAMA3 cuts it after its last line break:
 * {@code "a\n "} is {@code "a", "\n "} in CL100K and {@code "a", "\n", " "} in LLAMA3.
 */
public enum SplitPattern {
  /** OpenAI cl100k_base. Source: tiktoken 0.14.0, tiktoken_ext/openai_public.py. */
  CL100K(
      "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}{1,3}+"
          + "| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s++$|\\s*[\\r\\n]|\\s+(?!\\S)|\\s"),

  /** Meta Llama 3. Source: llama-models 0.3.0, llama_models/llama3/tokenizer.py. */
  LLAMA3(
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
          + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+");

  private final String regex;

  SplitPattern(String regex) {
    this.regex = regex;
  }

  /** The published regular expression, in the syntax of its source; no code here runs it. */
  public String regex() {
    return regex;
  }

  /** A splitter for this pattern; immutable, may be shared by threads. */
  public Splitter splitter() {
    return new ScanSplitter(this);
  }
}
