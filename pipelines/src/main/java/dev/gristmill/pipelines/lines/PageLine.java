// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.io.Page;
import dev.gristmill.pipelines.io.WellFormedText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page to extract.
 *
 * @param id the WARC-Record-ID as it stands without its angle brackets, the name of an HTML file,
 *     or the id of a JSON line or Parquet row; where a record has none, 32 hexadecimal digits of a
 *     digest over URL, date and body, of a source file over path and text
 * @param page url, title, body
 * @param carried other fields of a JSON line or Parquet row, what is known of a source file; to be
 *     written again
 */
public record PageLine(JsonNode id, Page page, ObjectNode carried) {

  private static final List<String> TAKEN = List.of("id", "url", "title", "text", "html");

  static PageLine ofRecord(Page page) {
    String id = page.recordId();
    if (id.isEmpty()) {
      String key = page.url() + "\n" + page.dateSeconds() + "\n" + Digest128.of(page.body()) + "\n";
      id = Digest128.of(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
    return new PageLine(TextNode.valueOf(id), page, JsonText.MAPPER.createObjectNode());
  }

  /** A row of a Parquet file; as a record, where it has no id of its own. */
  static PageLine ofRow(Page page) throws BadLineException {
    ObjectNode carried =
        JsonText.object(page.metaJson().isEmpty() ? "{}" : page.metaJson()).remove(TAKEN);
    return page.userId().isEmpty()
        ? new PageLine(ofRecord(page).id(), page, carried)
        : new PageLine(TextNode.valueOf(page.userId()), page, carried);
  }

  /** A source file; its id follows from its path and text. */
  static PageLine ofSource(Page page) throws BadLineException {
    byte[] meta = page.metaJson().getBytes(StandardCharsets.UTF_8);
    String key = Digest128.of(meta) + "\n" + Digest128.of(page.body()) + "\n";
    return new PageLine(
        TextNode.valueOf(Digest128.of(key.getBytes(StandardCharsets.UTF_8)).toString()),
        page,
        JsonText.object(page.metaJson()).remove(TAKEN));
  }

  static PageLine ofHtmlFile(String fileName, byte[] html) {
    Page page = page("", "", Page.Kind.HTML, html, "");
    return new PageLine(TextNode.valueOf(fileName), page, JsonText.MAPPER.createObjectNode());
  }

  /** A line with {@code html}; as in a run, one with {@code text} only is taken as it is. */
  static PageLine ofLine(ObjectNode line) throws BadLineException {
    JsonNode id = Document.id(line);
    boolean isHtml = line.hasNonNull("html") || !line.hasNonNull("text");
    String body = WellFormedText.of(Document.required(line, isHtml ? "html" : "text"));
    Page page =
        page(
            WellFormedText.of(Document.string(line, "url")),
            WellFormedText.of(Document.string(line, "title")),
            isHtml ? Page.Kind.HTML : Page.Kind.TEXT,
            body.getBytes(StandardCharsets.UTF_8),
            "utf-8");
    return new PageLine(id, page, line.remove(TAKEN));
  }

  private static Page page(String url, String title, Page.Kind kind, byte[] body, String charset) {
    return new Page("", "", url, Page.UNKNOWN_DATE, kind, body, charset, title, "", "");
  }
}
