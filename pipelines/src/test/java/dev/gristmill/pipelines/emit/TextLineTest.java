// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.split.SplitDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextLineTest {

  @Test
  void writesEveryFieldInAFixedOrder() throws IOException {
    assertThat(
            line(1_700_000_000, "https://a.example/", "u1", "A \"title\"", "{\"k\":[1]}", "x\ny"))
        .isEqualTo(
            "{\"id\":\"00000000000000010000000000000002\",\"user_id\":\"u1\","
                + "\"url\":\"https://a.example/\",\"date\":\"2023-11-14T22:13:20Z\","
                + "\"source\":\"web\",\"language\":\"eng\",\"title\":\"A \\\"title\\\"\","
                + "\"text\":\"x\\ny\",\"meta\":{\"k\":[1]}}\n");
  }

  @Test
  void leavesOutWhatIsUnknown() throws IOException {
    assertThat(line(-1, "", "", "", "", "t"))
        .isEqualTo(
            "{\"id\":\"00000000000000010000000000000002\",\"source\":\"web\","
                + "\"language\":\"eng\",\"text\":\"t\"}\n");
  }

  @Test
  void staysOneLineOfUtf8WhateverTheTextHolds() throws IOException {
    String text = "a\u0000\u001F\r\n\u2028\u2029\u0085\uD83D\uDE00 \u6c34\u8eca </script>";

    String line = line(0, "", "", "", "", text);

    assertThat(line.chars().filter(c -> c < 0x20).toArray()).containsExactly('\n');
    assertThat(new ObjectMapper().readTree(line).get("text").asText()).isEqualTo(text);
  }

  private static String line(
      long date, String url, String userId, String title, String meta, String text)
      throws IOException {
    Digest128 id = new Digest128(1, 2);
    SplitDocument document =
        new SplitDocument(
            0,
            id,
            id,
            id,
            date,
            url,
            userId,
            "web",
            "eng",
            "Latn",
            "",
            1,
            new long[] {1},
            0,
            title,
            meta,
            new double[0],
            Map.of());
    byte[] bytes = TextLine.of(document, text.getBytes(StandardCharsets.UTF_8));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
