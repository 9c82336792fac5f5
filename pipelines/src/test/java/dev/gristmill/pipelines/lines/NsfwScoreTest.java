// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gristmill.classifiers.language.LanguageGuess;
import dev.gristmill.pipelines.io.Page;
import org.junit.jupiter.api.Test;

class NsfwScoreTest {

  private static final String OBSCENE = "blowjob handjob cumshot blowjob handjob ";

  private final NsfwScore score = new NsfwScore(text -> new LanguageGuess("eng", "Latn", 1));

  private double score(String text, String language) {
    return score.of(
        new Document(
            TextNode.valueOf("a"), text, Page.UNKNOWN_DATE, "s", "", language, Double.NaN));
  }

  @Test
  void isAHalfAtTheLimitOfTheStage() {
    assertThat(score(OBSCENE + "word ".repeat(245), "eng")).isEqualTo(0.5);
    assertThat(score(OBSCENE + "word ".repeat(246), "eng")).isLessThan(0.5);
    assertThat(score(OBSCENE + "word ".repeat(244), "eng")).isGreaterThan(0.5);
    assertThat(NsfwScore.label(0.5)).isEqualTo("safe");
    assertThat(NsfwScore.label(Math.nextUp(0.5))).isEqualTo("nsfw");
  }

  @Test
  void countsHalfWhereTheWordsAreTooFewToBeDense() {
    double few = score("blowjob blowjob blowjob blowjob blowjob", "eng");

    assertThat(few).isGreaterThan(score("blowjob " + "word ".repeat(300), "eng"));
    assertThat(few).isLessThanOrEqualTo(0.5);
  }

  @Test
  void passesAHalfForManyWordsInALongText() {
    String filler = "word ".repeat(100);

    assertThat(score((OBSCENE + filler.repeat(4)).repeat(20), "eng")).isEqualTo(0.5);
    assertThat(score((OBSCENE + filler.repeat(4)).repeat(21), "eng")).isGreaterThan(0.5);
  }

  @Test
  void isNothingForCleanAndEmptyTexts() {
    assertThat(score("The mill grinds slowly.", "eng")).isZero();
    assertThat(score("", "")).isZero();
  }

  @Test
  void takesTheWordsOfTheGivenLanguage() {
    String german = "Arschloch Wichser Fotze Arschloch Wichser Fotze";

    assertThat(score(german, "deu")).isGreaterThan(0.5);
    assertThat(score(german, "no code")).isLessThan(score(german, "deu"));
  }
}
