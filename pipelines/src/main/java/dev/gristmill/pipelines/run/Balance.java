// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The conservation law: what goes into a stage comes out of it, kept or dropped, in documents and
 * in bytes; what finish hands on, emit writes.
 */
public final class Balance {

  private Balance() {}

  /**
   * Every violation, as a sentence with the numbers; empty when the run balances.
   *
   * @param stages all stages in order, extract and identity first
   * @param mix counts of the mix phase; empty without a mix
   * @param length tokens of a row
   */
  public static List<String> violations(
      List<String> stages, Tally measure, Tally finish, Tally mix, Tally emit, int length) {
    List<String> wrong = new ArrayList<>();
    long flow = measure.get("pages");
    long bytes = measure.get("text_bytes");
    for (String stage : stages) {
      long in = finish.get("in", stage);
      long out = finish.get("out", stage);
      long dropped = sum(finish.under("drop", stage));
      equal(wrong, stage + ": documents in", in, "documents handed on before", flow);
      equal(wrong, stage + ": documents in", in, "kept + dropped", out + dropped);
      long bytesIn = finish.get("bytes_in", stage);
      long bytesOut = finish.get("bytes_out", stage);
      equal(wrong, stage + ": bytes in", bytesIn, "bytes handed on before", bytes);
      equal(
          wrong,
          stage + ": bytes in",
          bytesIn,
          "kept + dropped + removed - added",
          bytesOut
              + finish.get("bytes_dropped", stage)
              + finish.get("bytes_removed", stage)
              - finish.get("bytes_added", stage));
      flow = out;
      bytes = bytesOut;
    }
    long survivors = sum(finish.under("survivors"));
    equal(wrong, "tokenize: survivors", survivors, "documents kept", flow);
    long tokens = sum(finish.under("tokens"));
    if (!mix.all().isEmpty()) {
      equal(wrong, "mix: documents in", sum(mix.under("in")), "survivors", survivors);
      equal(wrong, "mix: tokens in", sum(mix.under("tokens_in")), "tokens encoded", tokens);
      long used = sum(mix.under("used"));
      long left = sum(mix.under("drop"));
      equal(wrong, "mix: documents in", survivors, "used + left out", used + left);
      survivors = sum(mix.under("documents"));
      tokens = sum(mix.under("tokens"));
    }
    equal(wrong, "emit: documents", emit.get("documents"), "uses of survivors", survivors);
    equal(wrong, "emit: tokens", emit.get("tokens"), "tokens of them", tokens);
    equal(
        wrong,
        "pack: tokens + padding",
        emit.get("tokens") + emit.get("padding"),
        "rows x length",
        emit.get("rows") * length);
    return wrong;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void equal(List<String> wrong, String what, long a, String other, long b) {
    if (a != b) {
      wrong.add(what + " = " + a + ", but " + other + " = " + b);
    }
  }
}
