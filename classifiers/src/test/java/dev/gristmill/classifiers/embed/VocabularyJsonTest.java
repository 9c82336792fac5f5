// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyJsonTest {
  @Test
  void findsTheVocabularyOfTheModelOnly() throws IOException {
    String json =
        """
        {"version": "1.0", "vocab": {"x": 9}, "other": {"vocab": {"y": 8}},
         "list": [1, -2.5e+3, true, false, null, {"model": {"vocab": {"z": 7}}}, []],
         "model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "a": 1}, "deep": {"vocab": {}}}}
        """;

    assertThat(VocabularyJson.read(json)).isEqualTo(Map.of("[UNK]", 0, "a", 1));
  }

  @Test
  void readsEscapes() throws IOException {
    String json = "{\"model\":{\"vocab\":{\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83D\\uDE00\":5}}}";

    assertThat(VocabularyJson.read(json)).isEqualTo(Map.of("\"\\/\b\f\n\r\té😀", 5));
  }

  @Test
  void refusesWhatIsNotJson() {
    List<String> bad =
        List.of(
            "",
            "[]",
            "{",
            "{}",
            "{\"model\":{\"vocab\":{}}}",
            "{\"model\":{\"vocab\":{\"a\":1,}}}",
            "{\"model\":{\"vocab\":{\"a\":1}}",
            "{\"model\":{\"vocab\":{\"a\":1}}} x",
            "{\"model\":{\"vocab\":{\"a\":1,\"a\":2}}}",
            "{\"model\":{\"vocab\":{\"a\":01}}}",
            "{\"model\":{\"vocab\":{\"a\":-1}}}",
            "{\"model\":{\"vocab\":{\"a\":1.5}}}",
            "{\"model\":{\"vocab\":{\"a\":9999999999}}}",
            "{\"model\":{\"vocab\":{\"a\":\"1\"}}}",
            "{\"model\":{\"vocab\":{\"\\u00g0\":1}}}",
            "{\"model\":{\"vocab\":{\"\\x\":1}}}",
            "{\"model\":{\"vocab\":{\"a\nb\":1}}}",
            "{\"x\":tru,\"model\":{\"vocab\":{\"a\":1}}}",
            "{\"x\":-,\"model\":{\"vocab\":{\"a\":1}}}",
            "{\"x\":00,\"model\":{\"vocab\":{\"a\":1}}}",
            "{\"x\":1.,\"model\":{\"vocab\":{\"a\":1}}}",
            "{\"model\":{\"vocab\":{\"a\":1}},\"x");
    for (String json : bad) {
      assertThatThrownBy(() -> VocabularyJson.read(json))
          .as(json)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("damaged vocabulary at ");
    }
  }

  @Test
  void refusesDeepNestingBeforeTheStackDoes() {
    String arrays = "{\"x\":" + "[".repeat(1_000_000);
    String objects = "{\"x\":".repeat(1_000_000);

    assertThatThrownBy(() -> VocabularyJson.read(arrays)).hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> VocabularyJson.read(objects))
        .hasMessageContaining("nested too deeply");
  }
}
