// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.filters.SharedFolder;
import dev.gristmill.filters.dom.Tokenizer.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tokenizer tests of the html5lib suite. */
class Html5libTokenizerTest {
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
  private static final Map<String, Content> STATES =
      Map.of(
          "Data state", Content.DATA,
          "RCDATA state", Content.RCDATA,
          "RAWTEXT state", Content.RAWTEXT,
          "Script data state", Content.SCRIPT,
          "PLAINTEXT state", Content.PLAINTEXT,
          "CDATA section state", Content.CDATA);

  @ParameterizedTest
  @CsvSource({
    "contentModelFlags, 24",
    "domjs, 59",
    "entities, 80",
    "numericEntities, 336",
    "test1, 69",
    "test2, 45",
    "unicodeChars, 323"
  })
  void givesTheTokensOfTheSuite(String file, int runs) throws IOException {
    JsonNode tests =
        new ObjectMapper()
            .readTree(
                SharedFolder.require("bad/html/html5lib-tokenizer-" + file + ".test").toFile())
            .get("tests");
    int done = 0;
    for (JsonNode test : tests) {
      boolean isEscaped = test.path("doubleEscaped").asBoolean();
      String input = unescaped(test.get("input").asText(), isEscaped);
      List<String> expected = new ArrayList<>();
      for (JsonNode token : test.get("output")) {
        addJoined(expected, expected(token, isEscaped));
      }
      List<String> states = new ArrayList<>();
      test.path("initialStates").forEach(state -> states.add(state.asText()));
      for (String state : states.isEmpty() ? List.of("Data state") : states) {
        assertThat(tokens(input, STATES.get(state), test.path("lastStartTag").asText("")))
            .as("%s: %s, %s", file, test.get("description").asText(), state)
            .isEqualTo(expected);
        done++;
      }
    }
    assertThat(done).isEqualTo(runs);
  }

  private static String unescaped(String text, boolean isEscaped) {
    if (!isEscaped) {
      return text;
    }
    Matcher matcher = ESCAPED.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (matcher.find()) {
      char unit = (char) Integer.parseInt(matcher.group(1), 16);
      matcher.appendReplacement(plain, Matcher.quoteReplacement(String.valueOf(unit)));
    }
    return matcher.appendTail(plain).toString();
  }

  private static String expected(JsonNode token, boolean isEscaped) {
    StringBuilder line = new StringBuilder(token.get(0).asText());
    for (int i = 1; i < token.size(); i++) {
      JsonNode part = token.get(i);
      if (part.isObject()) {
        Map<String, String> sorted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : part.properties()) {
          sorted.put(
              unescaped(field.getKey(), isEscaped),
              unescaped(field.getValue().asText(), isEscaped));
        }
        line.append('|').append(sorted);
      } else {
        line.append('|').append(part.isNull() ? null : unescaped(part.asText(), isEscaped));
      }
    }
    return line.toString();
  }

  private static void addJoined(List<String> tokens, String token) {
    int last = tokens.size() - 1;
    if (last >= 0 && token.startsWith("Character|") && tokens.get(last).startsWith("Character|")) {
      tokens.set(last, tokens.get(last) + token.substring("Character|".length()));
    } else {
      tokens.add(token);
    }
  }

  private static List<String> tokens(String input, Content state, String lastStartTag) {
    Attributes attributes = new Attributes();
    OwnNames names = new OwnNames();
    TokenList list = new TokenList(attributes, names, state == Content.CDATA);
    Tokenizer tokenizer = new Tokenizer(Tokenizer.normalized(input), attributes, names, list);
    list.chars = tokenizer.chars;
    // No test has the name that stands for none.
    tokenizer.read(state, lastStartTag.isEmpty() ? Names.MARQUEE : Names.id(lastStartTag));
    tokenizer.run(new Budget(1_000_000, 1));
    return list.tokens;
  }

  /** Writes tokens as the suite does. */
  private static final class TokenList implements Tokens {
    private final List<String> tokens = new ArrayList<>();
    private final Attributes attributes;
    private final OwnNames names;
    private final boolean isForeign;
    private char[] chars = new char[0];

    TokenList(Attributes attributes, OwnNames names, boolean isForeign) {
      this.attributes = attributes;
      this.names = names;
      this.isForeign = isForeign;
    }

    private String name(int id) {
      return id < Names.KNOWN ? Names.of(id) : names.of(id);
    }

    @Override
    public void startTag(int name, int from, int to, boolean isSelfClosing) {
      Map<String, String> sorted = new TreeMap<>();
      for (int i = from; i < to; i++) {
        sorted.put(attributes.name(i, chars), attributes.value(i, chars));
      }
      tokens.add("StartTag|" + name(name) + "|" + sorted + (isSelfClosing ? "|true" : ""));
    }

    @Override
    public void endTag(int name) {
      tokens.add("EndTag|" + name(name));
    }

    @Override
    public void text(int from, int to, boolean hasNul) {
      addJoined(tokens, "Character|" + new String(chars, from, to - from));
    }

    @Override
    public void comment(int from, int to) {
      tokens.add("Comment|" + new String(chars, from, to - from).replace('\0', '\uFFFD'));
    }

    @Override
    public void doctype(String name, String publicId, String systemId, boolean isForceQuirks) {
      tokens.add("DOCTYPE|" + name + "|" + publicId + "|" + systemId + "|" + !isForceQuirks);
    }

    @Override
    public boolean isForeign() {
      return isForeign;
    }

    @Override
    public void end() {}
  }
}
