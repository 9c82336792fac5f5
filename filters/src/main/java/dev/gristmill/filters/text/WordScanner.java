// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static dev.gristmill.filters.text.CharacterKind.CLUSTER;
import static dev.gristmill.filters.text.CharacterKind.CONNECTOR;
import static dev.gristmill.filters.text.CharacterKind.DIGIT;
import static dev.gristmill.filters.text.CharacterKind.HIRAGANA;
import static dev.gristmill.filters.text.CharacterKind.IDEOGRAPH;
import static dev.gristmill.filters.text.CharacterKind.KATAKANA;
import static dev.gristmill.filters.text.CharacterKind.LETTER;
import static dev.gristmill.filters.text.CharacterKind.MARK;
import static dev.gristmill.filters.text.CharacterKind.SPACE;

/**
 * Our own word segmentation: every character that is neither white space nor U+200B is in exactly
 * one token.
 *
 * <ul>
 *   <li>A word is a maximal run of letters, marks, digits and {@code _}. Inside it stay {@code .}
 *       and {@code @} and {@code &} ({@code 3.14}, {@code java.lang}, {@code a@b.org}, {@code
 *       AT&T}; not {@code end.Next}), an apostrophe between letters ({@code l'homme}), a comma
 *       between digits ({@code 1,000}), {@code : /} before a digit ({@code 10:30}, {@code 1/2}), a
 *       hyphen between a letter and a digit ({@code COVID-19}). A hyphen between letters is a token
 *       of its own.
 *   <li>English endings are tokens: {@code do n't}, {@code it 's}, and {@code 're 've 'll 'd 'm}.
 *   <li>A full stop stays with a single letter ({@code U.S.}, {@code e.g.}).
 *   <li>An address with {@code ://} is one token up to white space, quote or bracket.
 *   <li>Any other mark or symbol is a token, with the combining marks after it; a run of one of
 *       {@code . - = * ~} is one token.
 *   <li>Han: one ideograph a token. Hiragana and katakana: one run a token. Thai, Lao, Khmer and
 *       Burmese: one orthographic cluster (a consonant with its vowels and marks) a token.
 * </ul>
 *
 * <p>Source: ours; the rules for Latin text follow the behaviour of spaCy's English tokenizer
 * (explosion/spaCy, lang/punctuation.py and lang/en/tokenizer_exceptions.py), without its list of
 * abbreviations, units and emoticons. Cost: linear; no allocation.
 */
final class WordScanner {
  /** The Khmer sign that writes the next consonant below this one. */
  private static final char KHMER_COENG = '\u17d2';

  private final char[] chars;
  private final int length;
  private final Spans out;

  WordScanner(char[] chars, int length, Spans out) {
    this.chars = chars;
    this.length = length;
    this.out = out;
  }

  void scan() {
    int i = 0;
    while (i < length) {
      byte kind = kindAt(i);
      if (kind == SPACE) {
        i++;
      } else if (CharacterKind.isWord(kind)) {
        i = word(i);
      } else {
        int start = i;
        i = unspaced(i, kind);
        out.add(start, i);
      }
    }
  }

  private byte kindAt(int i) {
    char c = chars[i];
    return CharacterKind.of(Character.isSurrogate(c) ? codePointAt(i) : c);
  }

  private int codePointAt(int i) {
    return Character.codePointAt(chars, i, length);
  }

  private int next(int i) {
    return i + (Character.isSurrogate(chars[i]) ? Character.charCount(codePointAt(i)) : 1);
  }

  /** Adds the word that starts here, and its English ending if any. */
  private int word(int start) {
    int i = start;
    int segment = start; // after the last inner mark
    byte last = LETTER; // kind of the last character that is not a mark
    while (i < length) {
      byte kind = kindAt(i);
      if (CharacterKind.isWord(kind)) {
        last = kind == MARK ? last : kind;
        i = next(i);
        continue;
      }
      if (i + 1 == length) {
        break;
      }
      char c = chars[i];
      if (c == ':' && chars[i + 1] == '/' && i + 2 < length && chars[i + 2] == '/') {
        i = addressEnd(i);
        out.add(start, i);
        return i;
      }
      if (isApostrophe(c) && last == LETTER) {
        int ending = endingAt(i);
        if (ending > start && ending <= i) {
          int end = afterLetters(i + 1);
          out.add(start, ending);
          out.add(ending, end);
          return end;
        }
      }
      if (!joins(c, i, last)) {
        break;
      }
      i++;
      segment = i;
    }
    if (i < length && chars[i] == '.' && i - segment == 1 && last == LETTER && !dotAt(i + 1)) {
      i++;
    }
    out.add(start, i);
    return i;
  }

  private boolean dotAt(int i) {
    return i < length && chars[i] == '.';
  }

  private boolean joins(char c, int i, byte last) {
    byte after = kindAt(i + 1);
    boolean letterAfter = after == LETTER;
    boolean digitAfter = after == DIGIT;
    boolean alphanumericAfter = letterAfter || digitAfter;
    return switch (c) {
      case '.' ->
          alphanumericAfter
              && last != CONNECTOR
              && !(letterAfter
                  && Character.isLowerCase(chars[i - 1])
                  && Character.isUpperCase(chars[i + 1]));
      case '@' -> alphanumericAfter;
      case '&', '\'', '\u2019', '\u00b7' -> last == LETTER && letterAfter;
      case ',' -> last == DIGIT && digitAfter;
      case ':', '/' -> digitAfter;
      case '-' -> (last == LETTER && digitAfter) || (last == DIGIT && letterAfter);
      default -> false;
    };
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** Where the English ending around the apostrophe at i begins, or -1 when it is none. */
  private int endingAt(int i) {
    int letters = afterLetters(i + 1) - (i + 1);
    if (letters == 1) {
      return switch (chars[i + 1] | 0x20) {
        case 's', 'd', 'm' -> i;
        case 't' -> (chars[i - 1] | 0x20) == 'n' ? i - 1 : -1;
        default -> -1;
      };
    }
    if (letters == 2) {
      int pair = (chars[i + 1] | 0x20) << 8 | (chars[i + 2] | 0x20);
      return pair == ('r' << 8 | 'e') || pair == ('v' << 8 | 'e') || pair == ('l' << 8 | 'l')
          ? i
          : -1;
    }
    return -1;
  }

  /** The end of the word characters from i on; looks at three of them at most. */
  private int afterLetters(int i) {
    int end = i;
    while (end < length && end < i + 3 && CharacterKind.isWord(kindAt(end))) {
      end++;
    }
    return end;
  }

  private int addressEnd(int i) {
    int end = i + 3;
    while (end < length
        && kindAt(end) != SPACE
        && "<>\"'()[]{}\u201c\u201d".indexOf(chars[end]) < 0) {
      end++;
    }
    while (end > i + 3 && ".,;:!?".indexOf(chars[end - 1]) >= 0) {
      end--;
    }
    return end;
  }

  /** The end of a token that is not a word of a spaced script. */
  private int unspaced(int start, byte kind) {
    return switch (kind) {
      case IDEOGRAPH -> marks(next(start));
      case HIRAGANA, KATAKANA -> run(start, kind);
      case CLUSTER -> cluster(start);
      default -> symbol(start);
    };
  }

  private int marks(int from) {
    int i = from;
    while (i < length && kindAt(i) == MARK) {
      i = next(i);
    }
    return i;
  }

  private int run(int start, byte kind) {
    int i = start;
    while (i < length && kindAt(i) == kind) {
      i = marks(next(i));
    }
    return i;
  }

  private int cluster(int start) {
    int i = start;
    while (i < length && isLeadingVowel(chars[i])) {
      i++;
    }
    if (i < length && kindAt(i) == CLUSTER) {
      i++;
    }
    while (i < length && continuesCluster(i)) {
      i = next(i);
    }
    return i;
  }

  private boolean continuesCluster(int i) {
    byte kind = kindAt(i);
    return kind == MARK
        || (kind == CLUSTER && (isTrailingVowel(chars[i]) || chars[i - 1] == KHMER_COENG));
  }

  private static boolean isLeadingVowel(char c) {
    return (c >= '\u0e40' && c <= '\u0e44') || (c >= '\u0ec0' && c <= '\u0ec4');
  }

  private static boolean isTrailingVowel(char c) {
    return c == '\u0e30'
        || c == '\u0e32'
        || c == '\u0e33'
        || c == '\u0e45'
        || c == '\u0eb0'
        || c == '\u0eb2'
        || c == '\u0eb3';
  }

  private int symbol(int start) {
    char c = chars[start];
    int i = next(start);
    if (c == '.' || c == '-' || c == '=' || c == '*' || c == '~') {
      while (i < length && chars[i] == c) {
        i++;
      }
    }
    return marks(i);
  }
}
