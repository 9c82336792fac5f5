// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.tokenizer.Shared;
import java.io.IOException;
import java.util.BitSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SymbolClassTest {
  @Test
  void knowsLettersThatJdk17DoesNot() {
    // Garay capital letter A and Garay digit zero: Unicode 16. Vithkuqi: Unicode 14.
    assertThat(SymbolClass.of(0x10D50)).isEqualTo(SymbolClass.LETTER);
    assertThat(SymbolClass.of(0x10D40)).isEqualTo(SymbolClass.NUMBER);
    assertThat(SymbolClass.of(0x10570)).isEqualTo(SymbolClass.LETTER);
  }

  @Test
  void combiningMarksAndFormatCharactersAreNeitherLettersNorBlanks() {
    for (int codePoint : new int[] {0x301, 0x93F, 0x200B, 0xFEFF, 0x10FFFF, 0xD800}) {
      assertThat(SymbolClass.of(codePoint)).isEqualTo(SymbolClass.OTHER);
    }
  }

  @Test
  void readsEveryCodePointFromItsUtf8() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
        continue;
      }
      byte[] utf8 = Character.toString(codePoint).getBytes(UTF_8);
      int expected = SymbolClass.of(codePoint) | utf8.length << 3;
      if (Symbol.at(utf8, 0, utf8.length) != expected) {
        assertThat(Symbol.at(utf8, 0, utf8.length)).as("U+%04X", codePoint).isEqualTo(expected);
      }
    }
  }

  @Test
  @Tag("shared")
  void agreesWithTheTablesOfTiktokenOnEveryCodePoint() throws IOException {
    JsonNode tables =
        new ObjectMapper().readTree(Shared.file("parity/tokenizer/unicode-classes.json").toFile());
    BitSet letters = set(tables.get("L"));
    BitSet numbers = set(tables.get("N"));
    BitSet blanks = set(tables.get("S"));

    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int symbolClass = SymbolClass.of(codePoint);
      boolean blank = symbolClass == SymbolClass.BLANK || symbolClass == SymbolClass.BREAK;
      if ((symbolClass == SymbolClass.LETTER) != letters.get(codePoint)
          || (symbolClass == SymbolClass.NUMBER) != numbers.get(codePoint)
          || blank != blanks.get(codePoint)) {
        assertThat(symbolClass).as("class of U+%04X", codePoint).isNegative();
      }
    }
  }

  private static BitSet set(JsonNode ranges) {
    BitSet set = new BitSet();
    for (JsonNode range : ranges) {
      set.set(range.get(0).intValue(), range.get(1).intValue() + 1);
    }
    return set;
  }
}
