// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.text.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Formulae, code and structure as real tools write them, with the exact text of each. */
class ShapesTest {
  private static final List<String> FILES =
      List.of(
          "formulae-drawn",
          "formulae-mathml",
          "formulae-images",
          "formulae-text",
          "code",
          "inline",
          "structure");

  private static final String ONE =
      "The parish council met on Tuesday evening to hear what the surveyor had found under the old"
          + " bridge.";
  private static final String TWO =
      "Nobody in the room had expected that the beams would be sound after so many winters in the"
          + " water.";
  private static final String THREE =
      "A vote was put off until the spring, when the money for the repairs will be known to"
          + " everybody.";

  private static final String BEFORE = THREE + " " + ONE;
  private static final String AFTER = TWO + " " + THREE;

  /** A shape in the middle of an article that is long enough to be one. */
  private static String page(String shape) {
    return "<!doctype html><html><head><title>The bridge on Mill Lane</title></head><body>"
        + "<nav><a href=/>Home</a> <a href=/b>About</a></nav><main><article>"
        + "<h1>The bridge on Mill Lane</h1><p>"
        + ONE
        + " "
        + TWO
        + "</p><p>"
        + BEFORE
        + "</p>\n"
        + shape
        + "\n<p>"
        + AFTER
        + "</p><p>"
        + ONE
        + " "
        + THREE
        + "</p></article></main><footer><p>Copyright</p></footer></body></html>";
  }

  /** What is between the two paragraphs around the shape. */
  private static String shape(String text) {
    int from = text.indexOf(BEFORE) + BEFORE.length();
    int to = text.lastIndexOf("\n\n" + AFTER);
    assertThat(from).as("place of the text around the shape").isLessThanOrEqualTo(to);
    return from == to ? "" : text.substring(from + 2, to);
  }

  private static List<Sections.Case> cases() {
    List<Sections.Case> cases = new ArrayList<>();
    for (String file : FILES) {
      cases.addAll(Sections.of(ShapesTest.class, "shapes/" + file + ".txt"));
    }
    return cases;
  }

  private static MainText mainText(Sections.Case shape) {
    return MainText.defaults().withImageAlt(shape.name().endsWith("(alt)"));
  }

  @TestFactory
  Stream<DynamicTest> writesEachShapeAsText() {
    return cases().stream()
        .map(
            shape ->
                DynamicTest.dynamicTest(
                    shape.name(),
                    () ->
                        assertThat(
                                shape(mainText(shape).extract(page(shape.part("html")), "").text()))
                            .isEqualTo(shape.part("text"))));
  }

  @TestFactory
  Stream<DynamicTest> writesEachShapeAsMarkdown() {
    return cases().stream()
        .map(
            shape ->
                DynamicTest.dynamicTest(
                    shape.name(),
                    () ->
                        assertThat(
                                shape(
                                    mainText(shape)
                                        .withFormat(TextFormat.MARKDOWN)
                                        .extract(page(shape.part("html")), "")
                                        .text()))
                            .isEqualTo(shape.part("markdown"))));
  }

  @Test
  void hasEnoughShapesOfEachKindAndNoNameTwice() {
    Map<String, Integer> perFile = new TreeMap<>();
    for (String file : FILES) {
      perFile.put(file, Sections.of(ShapesTest.class, "shapes/" + file + ".txt").size());
    }
    int formulaeAndCode =
        perFile.entrySet().stream()
            .filter(file -> !file.getKey().equals("inline") && !file.getKey().equals("structure"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    assertThat(formulaeAndCode).as("%s", perFile).isGreaterThanOrEqualTo(70);
    List<Sections.Case> cases = cases();
    assertThat(cases).extracting(Sections.Case::name).doesNotHaveDuplicates();
  }
}
