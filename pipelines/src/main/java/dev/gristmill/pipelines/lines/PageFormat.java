// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.io.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What {@code extract} reads. */
enum PageFormat {
  /** WARC, WET and ARC. */
  WARC,
  /** JSON lines. */
  JSONL,
  /** Rows with text or html. */
  PARQUET,
  /** One page a file. */
  HTML,
  /** Archives of source files. */
  CODE;

  private static final List<String> COMPRESSED = List.of(".gz", ".zst", ".zstd");
  private static final List<String> HTML_ENDINGS = List.of(".html", ".htm", ".xhtml", ".xht");

  /**
   * Tells the format of a file by its name if that is a page's, else by its first bytes.
   *
   * @throws IllegalArgumentException if it is none of these; the message says why
   * @throws IOException from the channel
   */
  static PageFormat detect(String fileName, SeekableByteChannel channel) throws IOException {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (String ending : COMPRESSED) {
      if (name.endsWith(ending)) {
        name = name.substring(0, name.length() - ending.length());
        break;
      }
    }
    if (HTML_ENDINGS.stream().anyMatch(name::endsWith)) {
      return HTML;
    }
    // Closing the stream would close the channel.
    byte[] head = Channels.newInputStream(channel).readNBytes(Format.HEAD_BYTES);
    if (startsLikeMarkup(head)) {
      return HTML;
    }
    return switch (Format.detect(fileName, head)) {
      case WARC -> WARC;
      case JSONL -> JSONL;
      case PARQUET -> PARQUET;
      case HTML -> HTML;
      case CODE -> CODE;
    };
  }

  private static boolean startsLikeMarkup(byte[] head) {
    byte[] first = new byte[Lookahead.MAX_BYTES];
    int length = 0;
    try (InputStream in = InputFile.decompress(new ByteArrayInputStream(head))) {
      // One by one, so that what comes before the cut of a compressed head is not lost.
      for (int b = in.read(); b >= 0 && length < first.length; b = in.read()) {
        first[length++] = (byte) b;
      }
    } catch (IOException cutOrDamaged) {
      // What was read until then is enough, or Format will say what is wrong.
    }
    String text = new String(first, 0, length, StandardCharsets.ISO_8859_1);
    String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    return start.stripLeading().startsWith("<");
  }
}
