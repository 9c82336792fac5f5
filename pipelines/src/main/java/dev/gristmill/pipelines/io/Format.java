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
  JSONL;

  /** First bytes of a file that {@link #detect} should be given. */
  public static final int HEAD_BYTES = 4096;

  private static final List<String> WARC_ENDINGS = List.of(".warc", ".wet", ".wat", ".arc");
  private static final List<String> JSONL_ENDINGS = List.of(".jsonl", ".ndjson", ".json");
  private static final List<String> COMPRESSED_ENDINGS = List.of(".gz", ".zst", ".zstd");

  /**
   * Tells the format of a file.
   *
   * @param name the file's name or URI; only its ending is looked at
   * @param head its first {@link #HEAD_BYTES} bytes, or all if it is shorter
   * @throws IllegalArgumentException if the file cannot be read, with a message that says why
   */
  public static Format detect(String name, byte[] head) {
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
      throw new IllegalArgumentException(name + ": Parquet is not an input format");
    }
    String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    if (start.stripLeading().startsWith("{")) {
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
    throw new IllegalArgumentException(
        name
            + ": neither WARC nor JSON lines: the file starts with neither 'WARC/' nor '{' and its"
            + " name ends in none of .warc, .wet, .wat, .arc, .jsonl, .ndjson, .json");
  }
}
