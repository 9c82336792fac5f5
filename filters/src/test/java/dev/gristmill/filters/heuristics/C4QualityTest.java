// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.MeasureContract;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class C4QualityTest extends MeasureContract {
  private static final String FOUR = "One is here. Two is here. Three is here. Four is here.";
  private static final String FIVE = FOUR + " Five is here.";

  @Override
  protected Heuristic subject() {
    return C4Quality.defaults().heuristic(Words.WHITESPACE);
  }

  @Test
  void dropsDocumentsUnderFiveSentences() {
    assertThat(failures(FOUR)).containsExactly(new Failure("too_few_sentences", 4, 5));
    assertThat(rules(FIVE)).isEmpty();
    assertThat(rules(FIVE + " Six.")).isEmpty();
    assertThat(rules("")).containsExactly("too_few_sentences");
  }

  @Test
  void sentencesOfRemovedLinesDoNotCount() {
    assertThat(failures(FOUR + "\nIt needs JavaScript. It does. Yes."))
        .containsExactly(new Failure("too_few_sentences", 4, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please switch JAVAscript on.",
        "These are the Terms of Use.",
        "Read our PRIVACY POLICY now.",
        "Read our cookie policy now.",
        "This site uses cookies.",
        "On the use of cookies.",
        "Yes, we use coo\u212aies.",
        "Two words.",
        "No mark at the end",
        "It ends in an ellipsis...",
        "It ends in an ellipsis\u2026",
        "It ends in a citation. [1]",
        " \t",
        ""
      })
  void removesTheLine(String line) {
    assertThat(rewritten(FIVE + "\n" + line + "\n" + FOUR)).isEqualTo(FIVE + "\n" + FOUR);
    assertThat(rules(FIVE + "\n" + line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Three words here.",
        "He came home?",
        "He came home!",
        "He said 'no'",
        "He said \"no\"",
        "He used cookies.",
        "A term of use.",
        "The script of Java.",
        "An open [bracket here.",
        "Let [me edit] this."
      })
  void keepsTheLine(String line) {
    assertThat(rewritten(FIVE + "\n" + line)).isEqualTo(FIVE + "\n" + line);
  }

  @Test
  void cutsCitationsOut() {
    assertThat(
            rewritten("It is so[1][23][].[edit]\nThat too[citation needed][\u0661\u0662] is so."))
        .isEqualTo("It is so.\nThat too is so.");
    assertThat(rewritten("It is [a1] [[1]] [Edit] so.")).isEqualTo("It is [a1] [] [Edit] so.");
  }

  @Test
  void wordsAreCountedBeforeCitationsAreCutOut() {
    assertThat(rewritten("Two words [1].")).isEqualTo("Two words .");
  }

  @Test
  void removesLinesWithAWordOfMoreThanAThousandCodePoints() {
    String word = "\ud801\udc37".repeat(1000);

    assertThat(rewritten("A long " + word)).isEmpty();
    assertThat(rewritten("A long " + word + " word.")).isEqualTo("A long " + word + " word.");
    assertThat(rewritten("A long " + word + "w word.")).isEmpty();
  }

  @Test
  void linesEndAsInPython() {
    assertThat(rewritten(" Here is one. \r\n\r\nHere is two.\u2028Here is three.\u0085"))
        .isEqualTo("Here is one.\nHere is two.\nHere is three.");
  }

  @Test
  void dropsDocumentsWithLoremIpsumOrACurlyBracket() {
    assertThat(failures(FIVE + "\nThat is Lorem Ipsum dolor."))
        .containsExactly(new Failure("lorem_ipsum", 1, 0));
    assertThat(failures(FIVE + "\nThat is {code}, so."))
        .containsExactly(new Failure("curly_bracket", 1, 0));
    assertThat(rules(FIVE + "\nThat is code}, so.")).isEmpty();
  }

  @Test
  void theFirstReasonIsThatOfTheFirstLineThatFailsTheDocument() {
    String lorem = "\nThat is lorem ipsum dolor.";
    String bracket = "\nThat is {code}, so.";

    assertThat(rules(FIVE + lorem + bracket)).containsExactly("lorem_ipsum", "curly_bracket");
    assertThat(rules(FIVE + bracket + lorem)).containsExactly("curly_bracket");
    assertThat(rules(FIVE + "\nThat is {lorem ipsum.")).startsWith("lorem_ipsum");
    assertThat(rules("A lorem ipsum.")).containsExactly("lorem_ipsum", "too_few_sentences");
  }

  @Test
  void aLineRemovedBeforeDoesNotFailTheDocument() {
    assertThat(rules(FIVE + "\nlorem ipsum.\n{ }.\nA { without a mark")).isEmpty();
    assertThat(rules(FIVE + "\nThis {javascript} is code.")).isEmpty();
    assertThat(rules(FIVE + "\nThis lorem ipsum is javascript.")).containsExactly("lorem_ipsum");
    assertThat(rules(FIVE + "\nThis {privacy policy} is.")).containsExactly("curly_bracket");
  }

  @Test
  void countsLinesByFate() {
    SignalRow row =
        measured(
            String.join(
                "\n",
                FIVE,
                "w".repeat(1001),
                "no mark",
                "Few words.",
                "It needs javascript.",
                "The privacy policy.",
                ""));

    assertThat(row.value("c4_lines")).isEqualTo(6);
    assertThat(row.value("c4_lines_kept")).isEqualTo(1);
    assertThat(row.value("c4_lines_too_long_word")).isEqualTo(1);
    assertThat(row.value("c4_lines_no_terminal_punc")).isEqualTo(1);
    assertThat(row.value("c4_lines_too_few_words")).isEqualTo(1);
    assertThat(row.value("c4_lines_javascript")).isEqualTo(1);
    assertThat(row.value("c4_lines_policy")).isEqualTo(1);
  }

  @Test
  void fineWebKeepsLinesWithoutATerminalMark() {
    assertThat(
            C4Quality.noTerminal().rewrite("A heading here\nTwo words\n[1] [2] [3]\nAnd so on..."))
        .isEqualTo("A heading here\n  \nAnd so on...");
  }

  @Test
  void ourWordsCountSentencesOfOtherScripts() {
    Heuristic ours = C4Quality.noTerminal().heuristic(Words.DEFAULT);
    SignalRow row = new SignalRow(ours.measure().signals());
    ours.measure().measure(TextView.of("一句。 二句。 三句！四句？五。"), row);

    assertThat(row.value("c4_sentences")).isEqualTo(5);
  }

  @Test
  void onlyDialectsThatRewriteHaveARewriter() {
    assertThat(Dialects.rewriter("c4@datatrove").orElseThrow().rewrite("A b\nA b c."))
        .isEqualTo("A b c.");
    assertThat(Dialects.rewriter("c4-noterm@datatrove").orElseThrow().rewrite("A b c"))
        .isEqualTo("A b c");
    assertThat(Dialects.rewriter("fineweb-quality@datatrove")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dialects.rewriter("c5@datatrove"))
        .withMessageContaining("did you mean \"c4@datatrove\"?");
  }

  @Test
  void rejectsLimitsOutOfRangeByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new C4Quality(true, 3, 1000, -1))
        .withMessage("minSentences must be in [0, 1000000], was -1");
  }

  private static String rewritten(String text) {
    return C4Quality.defaults().rewrite(text);
  }

  private List<String> rules(String text) {
    return failures(text).stream().map(Failure::rule).toList();
  }

  private List<Failure> failures(String text) {
    SignalRow row = measured(text);
    return subject().failures(row::value);
  }

  private SignalRow measured(String text) {
    Heuristic heuristic = subject();
    SignalRow row = new SignalRow(heuristic.measure().signals());
    heuristic.measure().measure(TextView.of(text), row);
    return row;
  }
}
