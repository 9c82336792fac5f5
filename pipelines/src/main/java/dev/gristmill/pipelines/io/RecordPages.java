// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.filters.html.Charsets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes pages of WARC records and tells the sink what became of each.
 *
 * <p>Pages are: {@code response} with status 200 and a type of HTML, plain text or, if none is
 * given, bytes that start like HTML; {@code resource} of HTML or plain text; {@code conversion} of
 * plain text (WET). Records that are marked or found truncated are bad (Llama 3 takes whole
 * documents only).
 */
final class RecordPages {
  private static final Set<String> NEVER_PAGES =
      Set.of("warcinfo", "request", "revisit", "metadata", "continuation");

  private final ReadLimits limits;
  private final PageSink sink;

  RecordPages(ReadLimits limits, PageSink sink) {
    this.limits = limits;
    this.sink = sink;
  }

  PageSink sink() {
    return sink;
  }

  /**
   * Takes a framed record.
   *
   * @param offset of its gzip member or of itself
   * @param bytes its length counted like {@code offset}, 0 if unknown
   */
  void accept(WarcRecord record, long offset, long bytes) {
    String type = record.head().first("warc-type").toLowerCase(Locale.ROOT);
    List<String> remarks = new ArrayList<>(0);
    checkDigests(record, type, remarks);
    Optional<Page> page = Optional.empty();
    String skip = NEVER_PAGES.contains(type) ? type : "unknown_type";
    try {
      if (type.equals("response")) {
        Optional<HttpMessage> http = http(record);
        skip = http.map(RecordPages::skip).orElse("not_http");
        page = skip.isEmpty() ? responsePage(record, http.get(), remarks) : page;
        skip = skip.isEmpty() ? "not_text" : skip;
      } else if (type.equals("conversion") || type.equals("resource")) {
        skip = "not_text";
        page = storedPage(record, type.equals("resource"));
      }
    } catch (BadRecordException bad) {
      note(remarks, offset);
      String sha256 = record.isWhole() ? Sha256.of(record.block(), 0, record.heldBytes()) : "";
      flawed(bad, Optional.of(record.head()), offset, bytes, sha256);
      return;
    }
    note(remarks, offset);
    if (page.isPresent()) {
      sink.page(page.get(), offset);
    } else {
      sink.skipped(skip, offset);
    }
  }

  private void note(List<String> remarks, long offset) {
    for (String remark : remarks) {
      sink.noted(remark, offset);
    }
  }

  /** Takes a unit that could not be framed. */
  void flawed(
      BadRecordException bad, Optional<HeaderBlock> head, long offset, long bytes, String sha256) {
    String recordId = head.map(h -> h.firstUri("warc-record-id")).orElse("");
    String url = head.map(h -> h.firstUri("warc-target-uri")).orElse("");
    sink.bad(new BadUnit(offset, bytes, recordId, url, bad.reason(), bad.getMessage(), sha256));
  }

  /** The HTTP message of a response, or empty if it is of another protocol. */
  private Optional<HttpMessage> http(WarcRecord record) throws BadRecordException {
    MediaType declared = MediaType.parse(record.head().first("content-type"));
    if (!declared.isMissing() && !declared.essence().equals("application/http")) {
      return Optional.empty();
    }
    return Optional.of(
        HttpMessage.parse(record.block(), record.heldBytes(), limits.maxHeaderBytes()));
  }

  /** Why a response is no page, told by its headers alone; empty if it may be one. */
  private static String skip(HttpMessage http) {
    if (http.status() != 200) {
      return "status_" + http.status();
    }
    MediaType type = http.contentType();
    return type.isHtml() || type.isPlainText() || type.isMissing() ? "" : "not_text";
  }

  private Optional<Page> responsePage(WarcRecord record, HttpMessage http, List<String> remarks)
      throws BadRecordException {
    checkWhole(record);
    MediaType type = http.contentType();
    byte[] body = http.body(record.block(), record.heldBytes(), limits.maxBodyBytes(), remarks);
    if (type.isPlainText()) {
      return Optional.of(text(record.head(), body, type.charset()));
    }
    boolean isHtml = type.isHtml() || MediaType.looksLikeHtml(body);
    return isHtml
        ? Optional.of(page(record.head(), Page.Kind.HTML, body, type.charset()))
        : Optional.empty();
  }

  /** The page in a block that is the document itself, without HTTP around it. */
  private Optional<Page> storedPage(WarcRecord record, boolean mayBeHtml)
      throws BadRecordException {
    MediaType type = MediaType.parse(record.head().first("content-type"));
    boolean isHtml = mayBeHtml && type.isHtml();
    if (!isHtml && !type.isPlainText()) {
      return Optional.empty();
    }
    checkWhole(record);
    if (record.heldBytes() > limits.maxBodyBytes()) {
      throw new BadRecordException(
          "body_too_large", "body is larger than " + limits.maxBodyBytes() + " bytes");
    }
    byte[] body = Arrays.copyOf(record.block(), record.heldBytes());
    return Optional.of(
        isHtml
            ? page(record.head(), Page.Kind.HTML, body, type.charset())
            : text(record.head(), body, type.charset()));
  }

  private void checkWhole(WarcRecord record) throws BadRecordException {
    if (!record.isWhole()) {
      throw new BadRecordException(
          "warc_record_too_large",
          record.declaredBytes() + " bytes, of which " + limits.maxRecordBytes() + " may be held");
    }
    String truncated = record.head().first("warc-truncated");
    if (!truncated.isEmpty()) {
      throw new BadRecordException("warc_truncated", "WARC-Truncated: " + truncated);
    }
    if (!record.head().first("warc-segment-number").isEmpty()) {
      throw new BadRecordException("warc_truncated", "a segment of a record");
    }
  }

  /** The payload of a response whose block has the right digest is not hashed once more. */
  private static void checkDigests(WarcRecord record, String type, List<String> remarks) {
    if (!record.isWhole()) {
      return;
    }
    byte[] block = record.block();
    int bytes = record.heldBytes();
    String claim = record.head().first("warc-block-digest");
    String remark = BlockDigest.remark(claim, block, 0, bytes);
    if (!remark.isEmpty()) {
      remarks.add(remark);
    }
    boolean isProven = !claim.isEmpty() && remark.isEmpty() && type.equals("response");
    boolean isHttp = type.equals("response") || type.equals("request");
    String payload = isHttp && !isProven ? record.head().first("warc-payload-digest") : "";
    int headerBytes = payload.isEmpty() ? -1 : HeaderBlock.blockBytes(block, 0, bytes);
    if (headerBytes > 0) {
      remark = BlockDigest.remark(payload, block, headerBytes, bytes);
      if (remark.equals(BlockDigest.MISMATCH) && isOfChunks(payload, block, headerBytes, bytes)) {
        return;
      }
      if (!remark.isEmpty()) {
        remarks.add(remark);
      }
    }
  }

  /** By the standard a payload is without its chunks; most writers hash it as it was sent. */
  private static boolean isOfChunks(String claim, byte[] block, int headerBytes, int bytes) {
    try {
      ChunkedBody chunks = ChunkedBody.decode(block, headerBytes, bytes);
      byte[] body = chunks.bytes();
      return chunks.isChunked() && BlockDigest.remark(claim, body, 0, body.length).isEmpty();
    } catch (BadRecordException notChunked) {
      return false;
    }
  }

  private static Page text(HeaderBlock head, byte[] body, String charset) {
    byte[] utf8 = body;
    boolean isUtf8 = charset.isEmpty() || charset.equalsIgnoreCase("utf-8");
    if (!isUtf8 || WellFormedText.decode(body, 0, body.length).isEmpty()) {
      Optional<String> label = charset.isEmpty() ? Optional.empty() : Optional.of(charset);
      utf8 = Charsets.decode(body, 0, body.length, label).html().getBytes(StandardCharsets.UTF_8);
    }
    return page(head, Page.Kind.TEXT, utf8, "utf-8");
  }

  private static Page page(HeaderBlock head, Page.Kind kind, byte[] body, String charset) {
    return new Page(
        head.firstUri("warc-record-id"),
        "",
        head.firstUri("warc-target-uri"),
        IsoDates.epochSeconds(head.first("warc-date")),
        kind,
        body,
        charset,
        "",
        head.first("warc-identified-content-language"),
        "");
  }
}
