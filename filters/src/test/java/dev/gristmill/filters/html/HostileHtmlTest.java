// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page here is meant to take well under a second; the limits only catch the quadratic. */
class HostileHtmlTest {
  private static final Duration SMALL_STACK_LIMIT = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<ul><li>",
        "<table><tr><td>",
        "<a href=x>",
        "<nav>",
        "<math>",
        "<form><div>",
        "<blockquote><p>",
        "<span class=a>",
        "<font><p>"
      })
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void readsTwoHundredThousandNestedTags(String tag) {
    String html = tag.repeat(200_000 / tag.split("<", -1).length) + "end";
    assertThatCode(() -> MainText.defaults().extract(html, "")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "<",
        "&",
        "<br>",
        "<p>a",
        "<td>a",
        "<h1>a",
        "<!--",
        "<div class='x y'></div>",
        "<pre>\n",
        "<a href=x>a</a> ",
        "<li><a href=x>a</a>",
        "\u4E00",
        "\u200B",
        "<math><mi>x</mi></math>"
      })
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void readsAMegabyteOfOneThingRepeated(String piece) {
    String html = "<p>" + piece.repeat(1_000_000 / piece.length());
    assertThatCode(() -> MainText.defaults().extract(html, "")).doesNotThrowAnyException();
  }

  @Test
  void needsNoStackForDepth() throws InterruptedException {
    Extracted[] extracted = new Extracted[1];
    String html = "<div>".repeat(100_000) + "<p>The bottom of the well.</p>";
    Runnable run = () -> extracted[0] = MainText.defaults().extract(html, "");
    Thread thread = new Thread(null, run, "small-stack", 256 << 10);
    thread.start();
    thread.join(SMALL_STACK_LIMIT.toMillis());
    assertThat(extracted[0]).isNotNull();
    assertThat(extracted[0].text()).isEqualTo("The bottom of the well.");
  }

  @Test
  void writesNoControlCharacterAndNoLoneSurrogate() {
    StringBuilder html = new StringBuilder("<p>start ");
    for (int c = 1; c < 0x10000; c++) {
      html.append((char) c)
          .append(c % 64 == 0 ? "</p><pre>" : "")
          .append("&#")
          .append(c)
          .append(';');
    }
    String text = MainText.defaults().extract(html.toString(), "").text();
    assertThat(text).isNotEmpty();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      assertThat(Character.isISOControl(c) && c != '\n' && c != '\t').isFalse();
    }
    assertThat(WellFormed.of(text)).isEqualTo(text);
  }

  @Test
  void givesTheSameTextTwice() {
    String html =
        "<div><p>One sentence that is long enough to be read as prose.</p></div>".repeat(50);
    MainText mainText = MainText.defaults();
    assertThat(mainText.extract(html, "a")).isEqualTo(mainText.extract(html, "b"));
  }
}
