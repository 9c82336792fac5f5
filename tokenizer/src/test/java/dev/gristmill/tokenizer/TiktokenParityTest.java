// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What tiktoken gave for 2,470 texts, and that decoding gives the texts back. */
@Tag("shared")
class TiktokenParityTest {
  private static final int CASES = 2470;

  @Test
  void encodesAsTiktokenDoesWithCl100k() throws IOException {
    assertParity("cl100k", Vocabularies.cl100k(), SpecialTokens.cl100k());
  }

  @Test
  void encodesAsTiktokenDoesWithLlama3() throws IOException {
    assertParity("llama3", Vocabularies.llama3(), SpecialTokens.llama3(128000));
  }

  private static void assertParity(
      String name, BpeTokenizer tokenizer, Map<String, Integer> specials) throws IOException {
    Path file = Shared.file("parity/tokenizer/" + name + ".jsonl.gz");
    ObjectMapper json = new ObjectMapper();
    int cases = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode example = json.readTree(line);
        byte[] text = Base64.getDecoder().decode(example.get("text_b64").textValue());
        int[] expected = json.treeToValue(example.get("ids"), int[].class);
        IntList found = new IntList();
        if (example.has("allowed_special")) {
          encodeWithSpecials(tokenizer, specials, new String(text, UTF_8), found);
        } else {
          tokenizer.encode(text, 0, text.length, found);
        }
        assertThat(found.toArray())
            .as("case %d, %s", cases, example.get("kind").textValue())
            .isEqualTo(expected);
        assertThat(tokenizer.decode(expected, 0, expected.length)).isEqualTo(text);
        cases++;
      }
    }
    assertThat(cases).isEqualTo(CASES);
  }

  /** What a caller does that wants special tokens: cut the text itself, and add their ids. */
  private static void encodeWithSpecials(
      BpeTokenizer tokenizer, Map<String, Integer> specials, String text, IntList out) {
    String any = specials.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Matcher special = Pattern.compile(any).matcher(text);
    int from = 0;
    while (special.find()) {
      encode(tokenizer, text.substring(from, special.start()), out);
      out.add(specials.get(special.group()));
      from = special.end();
    }
    encode(tokenizer, text.substring(from), out);
  }

  private static void encode(BpeTokenizer tokenizer, String text, IntList out) {
    byte[] utf8 = text.getBytes(UTF_8);
    tokenizer.encode(utf8, 0, utf8.length, out);
  }
}
