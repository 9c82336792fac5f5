// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The kinds of input files, told by their first bytes and, where those say nothing, their name. */
public enum Format {
  /** WARC, WET, WAT and ARC: {@link WarcPages}. */
  WARC,
  /** JSON lines: {@link JsonlPages}. */
  JSONL,
  /** Parquet: {@link ParquetPages}. */
  PARQUET,
  /** One HTML page: {@link HtmlPages}. */
  HTML,
  /** Archives of source files, and loose ones where their kind is told: {@link CodePages}. */
  CODE;

  /** First bytes of a file that {@link #detect} should be given. */
  public static final int HEAD_BYTES = 4096;

  private static final List<String> WARC_ENDINGS = List.of(".warc", ".wet", ".wat", ".arc");
  private static final List<String> JSONL_ENDINGS = List.of(".jsonl", ".ndjson", ".json");
  private static final List<String> HTML_ENDINGS = List.of(".html", ".htm", ".xhtml");
  private static final List<String> HTML_STARTS =
      List.of("<!doctype html", "<html", "<head", "<body", "<!--");
  private static final List<String> COMPRESSED_ENDINGS = List.of(".gz", ".zst", ".zstd");

  /**
   * Tells the format of a file. Markup is weaker than the other first bytes: it counts only where
   * the name does not say WARC, JSON lines or Parquet.
   *
   * @param name the file's name or URI; only its ending is looked at
   * @param head its first {@link #HEAD_BYTES} bytes, or all if it is shorter
   * @throws IllegalArgumentException if the file cannot be read, with a message that says why
   */
  public static Format detect(String name, byte[] head) {
    if (SourceArchive.isNamedAndBegunSo(name, head)) {
      return CODE;
    }
    Compression compression = Compression.detect(head);
    if (!compression.isReadable()) {
      throw new IllegalArgumentException(name + ": " + compression.refusal());
    }
    byte[] bytes = FirstBytes.of(head, HEAD_BYTES);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.startsWith("WARC/") || text.startsWith("filedesc:")) {
      return WARC;
    }
    if (text.startsWith("PAR1")) {
      if (compression != Compression.NONE) {
        throw new IllegalArgumentException(
            name + ": a Parquet file inside " + compression.label() + "; decompress it first");
      }
      return PARQUET;
    }
    String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    start = start.stripLeading();
    if (start.startsWith("{")) {
      return JSONL;
    }
    String lowerName = name.toLowerCase(Locale.ROOT);
    for (String ending : COMPRESSED_ENDINGS) {
      if (lowerName.endsWith(ending)) {
        lowerName = lowerName.substring(0, lowerName.length() - ending.length());
        break;
      }
    }
    if (WARC_ENDINGS.stream().anyMatch(lowerName::endsWith)) {
      return WARC;
    }
    if (JSONL_ENDINGS.stream().anyMatch(lowerName::endsWith)) {
      return JSONL;
    }
    if (lowerName.endsWith(".parquet")) {
      return PARQUET;
    }
    if (isMarkup(start.toLowerCase(Locale.ROOT))
        || HTML_ENDINGS.stream().anyMatch(lowerName::endsWith)) {
      return HTML;
    }
    throw new IllegalArgumentException(
        name
            + ": neither WARC nor JSON lines nor Parquet nor HTML nor an archive of source files:"
            + " the file starts with none of 'WARC/', '{', 'PAR1', '<html', a tar header, and its"
            + " name ends in none of .warc, .wet, .wat, .arc, .jsonl, .ndjson, .json, .parquet,"
            + " .html, .htm, .xhtml; source files need format: code");
  }

  private static boolean isMarkup(String lowerStart) {
    return HTML_STARTS.stream().anyMatch(lowerStart::startsWith)
        || (lowerStart.startsWith("<?xml") && lowerStart.contains("<html"));
  }
}
