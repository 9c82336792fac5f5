// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MixTest {

  private static final Selection ENGLISH =
      new Selection(List.of("eng"), List.of(), List.of(), List.of());
  private static final Selection NOT_NOTES =
      new Selection(List.of(), List.of(), List.of(), List.of("notes"));

  @Test
  void givesADocumentToTheFirstTargetThatTakesIt() {
    Mix mix =
        new Mix(
            List.of(
                new Mix.Target("made", 0.1, Selection.ALL, "only"),
                new Mix.Target("english", 0.5, ENGLISH, "none"),
                new Mix.Target("other", 0.4, NOT_NOTES, "any")),
            1,
            0);

    assertThat(target(mix, "eng", "ai")).isEqualTo("made");
    assertThat(target(mix, "eng", "web")).isEqualTo("english");
    assertThat(target(mix, "deu", "web")).isEqualTo("other");
    assertThat(target(mix, "deu", "notes")).isEqualTo("none");
  }

  @Test
  void selectsByLanguageAndSource() {
    assertThat(Selection.ALL.applies("eng", "web")).isTrue();
    assertThat(Selection.ALL.byLanguage()).isFalse();
    assertThat(ENGLISH.applies("eng", "web")).isTrue();
    assertThat(ENGLISH.applies("deu", "web")).isFalse();
    assertThat(ENGLISH.byLanguage()).isTrue();
    assertThat(NOT_NOTES.applies("deu", "notes")).isFalse();
    Selection notGerman = new Selection(List.of(), List.of("deu"), List.of("web"), List.of());
    assertThat(notGerman.applies("fra", "web")).isTrue();
    assertThat(notGerman.applies("deu", "web")).isFalse();
    assertThat(notGerman.applies("fra", "notes")).isFalse();
  }

  private static String target(Mix mix, String language, String source) {
    return mix.target(language, source, Set.of("ai")).map(Mix.Target::name).orElse("none");
  }
}
