// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes documents of the files of a source tree, and says of each other one why it is none. */
final class CodeFiles implements ArchiveEntry.Sink {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_SHOWN_CHARS = 200;

  private final ReadLimits limits;
  private final String archiveLicence;
  private final PageSink sink;

  /**
   * @param archiveLicence the licence of the whole tree, or empty
   */
  CodeFiles(ReadLimits limits, String archiveLicence, PageSink sink) {
    this.limits = limits;
    this.archiveLicence = archiveLicence;
    this.sink = sink;
  }

  @Override
  public boolean entry(ArchiveEntry entry) throws IOException {
    switch (entry.kind()) {
      case DIRECTORY -> sink.skipped("directory", entry.offset());
      case LINK -> sink.skipped("link", entry.offset());
      case SPECIAL -> sink.skipped("special", entry.offset());
      case FILE -> file(entry);
    }
    return true;
  }

  private void file(ArchiveEntry entry) throws IOException {
    Optional<String> path = ArchiveNames.path(entry.name());
    if (path.isEmpty()) {
      bad(entry, "archive_path", "a name that leads out of the archive or is none");
      return;
    }
    String skip = SkippedFiles.reason(path.get());
    Optional<String> language = SourceLanguages.ofPath(path.get());
    if (skip.isEmpty() && language.isEmpty() && !SourceLanguages.hasNoExtension(path.get())) {
      skip = "not_text";
    }
    if (skip.isEmpty()) {
      try {
        skip = document(path.get(), language, entry);
      } catch (BadRecordException unreadable) {
        bad(entry, unreadable.reason(), unreadable.getMessage());
        return;
      }
    }
    if (!skip.isEmpty()) {
      sink.skipped(skip, entry.offset());
    }
  }

  /** Hands on the document; or says why there is none. */
  private String document(String path, Optional<String> named, ArchiveEntry entry)
      throws IOException, BadRecordException {
    byte[] body = entry.content().read(limits.maxBodyBytes());
    if (body.length == 0) {
      return "empty";
    }
    Optional<String> text = SourceText.decode(body);
    if (text.isEmpty()) {
      return named.isPresent() ? "binary" : "not_text";
    }
    Optional<String> language = named.isPresent() ? named : SourceLanguages.ofFirstLine(text.get());
    if (language.isEmpty()) {
      return "not_text";
    }
    if (SkippedFiles.saysGenerated(text.get())) {
      return "generated";
    }
    sink.page(
        new Page(
            "",
            "",
            "",
            Page.UNKNOWN_DATE,
            Page.Kind.TEXT,
            text.get().getBytes(StandardCharsets.UTF_8),
            "utf-8",
            "",
            "",
            meta(path, language.get(), LicenceHeader.of(text.get()).orElse(""))),
        entry.offset());
    return "";
  }

  private String meta(String path, String language, String licence) {
    StringWriter meta = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(meta)) {
      json.writeStartObject();
      json.writeStringField("path", path);
      json.writeStringField("programming_language", language);
      if (!licence.isEmpty()) {
        json.writeStringField("licence", licence);
      }
      if (!archiveLicence.isEmpty()) {
        json.writeStringField("archive_licence", archiveLicence);
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("strings do not fail to be written", impossible);
    }
    return meta.toString();
  }

  private void bad(ArchiveEntry entry, String reason, String message) {
    String name = entry.name();
    String shown = name.length() > MAX_SHOWN_CHARS ? name.substring(0, MAX_SHOWN_CHARS) : name;
    sink.bad(new BadUnit(entry.offset(), 0, "", "", reason, shown + ": " + message, ""));
  }

  @Override
  public void damaged(String reason, String message, long offset, long bytes) {
    sink.bad(new BadUnit(offset, bytes, "", "", reason, message, ""));
  }
}
