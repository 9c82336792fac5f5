// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void sumsCountsOfOneName() {
    Tally tally = new Tally();
    tally.add(2, "drop", "exact", "exact_duplicate");
    tally.add(3, "drop", "exact", "exact_duplicate");

    assertThat(tally.get("drop", "exact", "exact_duplicate")).isEqualTo(5);
    assertThat(tally.get("drop", "exact")).isZero();
    assertThat(tally.get("never")).isZero();
  }

  @Test
  void givesTheCountsUnderAPrefixOfWholeParts() {
    Tally tally = new Tally();
    tally.add(1, "drop", "a", "x");
    tally.add(2, "drop", "a", "y");
    tally.add(4, "drop", "ab", "x");
    tally.add(8, "drop");

    assertThat(tally.under("drop", "a")).isEqualTo(Map.of("x", 1L, "y", 2L));
    assertThat(tally.under("drop")).isEqualTo(Map.of("a|x", 1L, "a|y", 2L, "ab|x", 4L));
    assertThat(tally.under("d")).isEmpty();
  }

  @Test
  void addsAnotherTallyAndLeavesItAlone() {
    Tally one = new Tally();
    one.add(1, "pages");
    Tally other = new Tally();
    other.add(2, "pages");
    other.add(3, "bad", "gzip_damaged");

    one.add(other);

    assertThat(one.all()).isEqualTo(Map.of("pages", 3L, "bad|gzip_damaged", 3L));
    assertThat(other.get("pages")).isEqualTo(2);
  }

  @Test
  void comesBackFromJson() throws IOException {
    Tally tally = new Tally();
    tally.add(1L << 40, "bytes|odd", "name");
    tally.add(-1, "a");

    String json = Json.LINE.writeValueAsString(tally);

    assertThat(json).isEqualTo("{\"a\":-1,\"bytes|odd|name\":1099511627776}");
    assertThat(Json.LINE.readValue(json, Tally.class).all()).isEqualTo(tally.all());
  }
}
