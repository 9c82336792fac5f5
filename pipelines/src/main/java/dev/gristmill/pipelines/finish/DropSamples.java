// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.finish;

import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.SeededOrder;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.split.SplitDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A few documents of every rule that dropped some, and a few of those kept, for people to look at.
 *
 * <p>Chosen by seeded hash of the id, so the same documents are shown whatever the order of work.
 * Memory: {@link #MOST} snippets a rule.
 */
final class DropSamples {

  /** The stage under which kept documents are shown. */
  static final String KEPT = "kept";

  private static final int MOST = 3;
  private static final int SNIPPET_CHARS = 600;
  private static final long SALT = 0x6A09_E667_F3BC_C908L;

  private final long seed;
  private final Map<String, TreeMap<Long, Map<String, Object>>> byRule = new TreeMap<>();

  DropSamples(Recipe recipe) {
    this.seed = recipe.seed() ^ SALT;
  }

  /** Takes a document if it is among the few of its rule; {@code first} is null if it is kept. */
  void offer(SplitDocument document, Failed first, byte[] text) {
    String stage = first == null ? KEPT : first.stage();
    String rule = first == null ? document.language() : first.rule();
    long place = SeededOrder.place(seed, document.id()) >>> 1;
    TreeMap<Long, Map<String, Object>> few =
        byRule.computeIfAbsent(stage + "|" + rule, name -> new TreeMap<>());
    if (few.size() >= MOST && place >= few.lastKey()) {
      return;
    }
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("place", place);
    sample.put("stage", stage);
    sample.put("rule", rule);
    sample.put("id", document.id().toString());
    sample.put("url", document.url());
    sample.put("source", document.source());
    sample.put("language", document.language());
    sample.put("title", document.title());
    if (first != null) {
      sample.put("value", first.value());
      sample.put("limit", first.limit());
      sample.put("detail", first.detail());
    }
    sample.put("text", snippet(text));
    few.put(place, sample);
    if (few.size() > MOST) {
      few.pollLastEntry();
    }
  }

  private static String snippet(byte[] text) {
    // Four bytes a character at most; a character cut at the end becomes U+FFFD and is cut off.
    int bytes = Math.min(text.length, 4 * SNIPPET_CHARS);
    String start = new String(text, 0, bytes, StandardCharsets.UTF_8);
    if (bytes == text.length && start.length() <= SNIPPET_CHARS) {
      return start;
    }
    int end = Math.min(SNIPPET_CHARS, start.length() - 1);
    return start.substring(0, Character.isHighSurrogate(start.charAt(end - 1)) ? end - 1 : end);
  }

  /** Writes a JSON line each, in order of stage, rule and hash. */
  void write(OutputStream out) throws IOException {
    for (TreeMap<Long, Map<String, Object>> few : byRule.values()) {
      for (Map<String, Object> sample : few.values()) {
        out.write((Json.LINE.writeValueAsString(sample) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
