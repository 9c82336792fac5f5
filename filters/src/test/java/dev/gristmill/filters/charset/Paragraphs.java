// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Sentences written for the tests, in each charset that their language was written in. */
public final class Paragraphs {
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private Paragraphs() {}

  /** Sentences of one language that one charset can write. */
  public record Paragraph(String language, String charset, List<String> sentences) {

    /** All sentences, one a line. */
    public String text() {
      return String.join("\n", sentences);
    }
  }

  /** All paragraphs of the resource. */
  public static List<Paragraph> all() throws IOException {
    List<Paragraph> all = new ArrayList<>();
    String language = "";
    List<Paragraph> current = List.of();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Paragraphs.class.getResourceAsStream("paragraphs.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("@")) {
          List<String> head = List.of(line.split(" ", -1));
          language = head.get(1);
          current = new ArrayList<>();
          for (String charset : head.subList(2, head.size())) {
            current.add(new Paragraph(language, charset, new ArrayList<>()));
          }
          all.addAll(current);
        } else if (!line.startsWith("#")) {
          for (Paragraph paragraph : current) {
            String sentence = language.equals("vi") ? tonesApart(line) : line;
            if (Charset.forName(paragraph.charset()).newEncoder().canEncode(sentence)) {
              paragraph.sentences().add(sentence);
            }
          }
        }
      }
    }
    return all;
  }

  /** The sentence up to its character that makes {@code bytes} bytes above ASCII. */
  public static String opening(String sentence, String charset, int bytes) {
    int seen = 0;
    int end = 0;
    while (end < sentence.length() && seen < bytes) {
      String c = sentence.substring(end, ++end);
      seen += c.charAt(0) < 0x80 ? 0 : c.getBytes(Charset.forName(charset)).length;
    }
    return sentence.substring(0, end);
  }

  /** A page without a declaration. */
  public static byte[] page(String text, String charset) {
    return ("<html><head></head><body class=\"x\"><p>" + text + "</p></body></html>\n")
        .getBytes(Charset.forName(charset));
  }

  /** The same page declared to be in another charset. */
  public static byte[] page(String text, String charset, String label) {
    return ("<html><head><meta charset=\"" + label + "\"></head><body><p>" + text + "</p></html>\n")
        .getBytes(Charset.forName(charset));
  }

  /** windows-1258 writes the tone of a vowel after it. */
  private static String tonesApart(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Charset.forName("windows-1258").newEncoder().canEncode(c)) {
        out.append(c);
        continue;
      }
      String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      StringBuilder base = new StringBuilder();
      StringBuilder tones = new StringBuilder();
      for (int j = 0; j < parts.length(); j++) {
        (TONES.indexOf(parts.charAt(j)) >= 0 ? tones : base).append(parts.charAt(j));
      }
      out.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tones);
    }
    return out.toString();
  }
}
