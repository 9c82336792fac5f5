// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

import static dev.gristmill.tokenizer.split.SymbolClass.BLANK;
import static dev.gristmill.tokenizer.split.SymbolClass.BREAK;
import static dev.gristmill.tokenizer.split.SymbolClass.LETTER;
import static dev.gristmill.tokenizer.split.SymbolClass.NUMBER;
import static dev.gristmill.tokenizer.split.SymbolClass.OTHER;

/**
 * Cuts text as the {@link SplitPattern} patterns do, by a scan over the bytes.
 *
 * <p>The first symbol of a piece decides which alternatives of the pattern can match, so no
 * alternative is ever tried twice. {@code RegexSplitter} in the tests runs the patterns themselves.
 *
 * <p>Cost: linear; every byte is read at most three times. Immutable, may be shared by threads.
 */
public final class ScanSplitter implements Splitter {
  private static final int MAX_NUMBERS = 3;

  private final boolean closingBlanksAreOnePiece;

  /** A scanner for one pattern. */
  public ScanSplitter(SplitPattern pattern) {
    this.closingBlanksAreOnePiece =
        switch (pattern) {
          case CL100K -> true;
          case LLAMA3 -> false;
        };
  }

  @Override
  public int next(byte[] utf8, int from, int to) {
    int first = Symbol.at(utf8, from, to);
    int second = from + Symbol.width(first);
    return switch (Symbol.classOf(first)) {
      case LETTER -> letters(utf8, second, to);
      case NUMBER -> numbers(utf8, second, to);
      case BREAK -> blanks(utf8, from, to);
      case BLANK -> afterBlank(utf8, from, second, to);
      default -> afterOther(utf8, from, second, to);
    };
  }

  private int afterBlank(byte[] utf8, int from, int second, int to) {
    if (second < to) {
      int follower = Symbol.at(utf8, second, to);
      if (Symbol.classOf(follower) == LETTER) {
        return letters(utf8, second + Symbol.width(follower), to);
      }
      if (Symbol.classOf(follower) == OTHER && utf8[from] == ' ') {
        return others(utf8, second + Symbol.width(follower), to);
      }
    }
    return blanks(utf8, from, to);
  }

  private static int afterOther(byte[] utf8, int from, int second, int to) {
    if (utf8[from] == '\'') {
      int end = contraction(utf8, second, to);
      if (end > second) {
        return end;
      }
    }
    if (second < to) {
      int follower = Symbol.at(utf8, second, to);
      if (Symbol.classOf(follower) == LETTER) {
        return letters(utf8, second + Symbol.width(follower), to);
      }
    }
    return others(utf8, second, to);
  }

  /** {@code \p{L}*}. */
  private static int letters(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = utf8[at];
      if (lead >= 0) {
        int offset = (lead | 0x20) - 'a';
        if (offset < 0 || offset > 'z' - 'a') {
          return at;
        }
        at++;
      } else {
        int symbol = Symbol.at(utf8, at, to);
        if (Symbol.classOf(symbol) != LETTER) {
          return at;
        }
        at += Symbol.width(symbol);
      }
    }
    return at;
  }

  /** {@code \p{N}{0,2}}, after the first. */
  private static int numbers(byte[] utf8, int from, int to) {
    int at = from;
    for (int count = 1; count < MAX_NUMBERS && at < to; count++) {
      int symbol = Symbol.at(utf8, at, to);
      if (Symbol.classOf(symbol) != NUMBER) {
        break;
      }
      at += Symbol.width(symbol);
    }
    return at;
  }

  /** {@code [^\s\p{L}\p{N}]*[\r\n]*}. */
  private static int others(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to) {
      int symbol = Symbol.at(utf8, at, to);
      if (Symbol.classOf(symbol) != OTHER) {
        break;
      }
      at += Symbol.width(symbol);
    }
    while (at < to && (utf8[at] == '\n' || utf8[at] == '\r')) {
      at++;
    }
    return at;
  }

  /** The alternatives that begin with white space, when nothing else of the run's can match. */
  private int blanks(byte[] utf8, int from, int to) {
    int at = from;
    int last = from;
    int afterBreak = -1;
    while (at < to) {
      int symbol = Symbol.at(utf8, at, to);
      int symbolClass = Symbol.classOf(symbol);
      if (symbolClass != BLANK && symbolClass != BREAK) {
        break;
      }
      last = at;
      at += Symbol.width(symbol);
      if (symbolClass == BREAK) {
        afterBreak = at;
      }
    }
    if (at == to && closingBlanksAreOnePiece) {
      return to; // \s++$
    }
    if (afterBreak >= 0) {
      return afterBreak; // \s*[\r\n]+
    }
    // \s+(?!\S) leaves the last blank to the word after it, unless it is the only one.
    return at == to || last == from ? at : last;
  }

  /** The end of {@code s d m t ll ve re} in either case at from, else from. */
  private static int contraction(byte[] utf8, int from, int to) {
    if (from == to) {
      return from;
    }
    int first = utf8[from] | 0x20;
    if (first == 's' || first == 'd' || first == 'm' || first == 't') {
      return from + 1;
    }
    if (to - from < 2) {
      return from;
    }
    // U+017F LATIN SMALL LETTER LONG S folds to s.
    boolean longS = utf8[from] == (byte) 0xC5 && utf8[from + 1] == (byte) 0xBF;
    int second = utf8[from + 1] | 0x20;
    boolean pair = first == 'l' ? second == 'l' : (first == 'v' || first == 'r') && second == 'e';
    return longS || pair ? from + 2 : from;
  }
}
