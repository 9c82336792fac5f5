// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.gristmill.pipelines.io.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** One input: a file of any Beam file system, or the standard input. */
public final class InputFile {

  /** The name of the standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int BUFFER_BYTES = 64 << 10;

  private final String name;
  private final ResourceId resource;

  private InputFile(String name, ResourceId resource) {
    this.name = name;
    this.resource = resource;
  }

  /**
   * The files that names, globs and URIs stand for: in the order given, those of a glob by name.
   *
   * @throws NoSuchFileException if one of them stands for no file
   * @throws IOException if one of them is a folder
   */
  public static List<InputFile> resolve(List<String> specs) throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (String spec : specs) {
      if (spec.equals(STANDARD_INPUT)) {
        files.add(new InputFile(spec, null));
      } else {
        files.addAll(matches(spec));
      }
    }
    return files;
  }

  /** The file of that very name, which is no glob. */
  static InputFile at(String name) {
    return new InputFile(name, FileSystems.matchNewResource(name, false));
  }

  private static List<InputFile> matches(String spec) throws IOException {
    MatchResult match = FileSystems.match(spec, EmptyMatchTreatment.ALLOW);
    if (match.status() == MatchResult.Status.NOT_FOUND || match.metadata().isEmpty()) {
      throw new NoSuchFileException(spec);
    }
    List<ResourceId> found =
        match.metadata().stream()
            .map(MatchResult.Metadata::resourceId)
            .filter(id -> !id.isDirectory())
            .sorted(Comparator.comparing(ResourceId::toString))
            .toList();
    if (found.isEmpty()) {
      throw new IOException(spec + " is a folder; name files, or a glob such as " + spec + "/*");
    }
    // A file that was named is called so in messages; those of a glob need their own names.
    boolean single = found.size() == 1 && match.metadata().size() == 1;
    return found.stream().map(id -> new InputFile(single ? spec : id.toString(), id)).toList();
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The name without its folders. */
  public String fileName() {
    return resource == null ? name : resource.getFilename();
  }

  /**
   * Opens the content, decompressed where its first bytes are those of gzip or zstd.
   *
   * @throws IOException if it cannot be opened, or is compressed in another way
   */
  public InputStream open() throws IOException {
    return decompress(
        resource == null ? System.in : Channels.newInputStream(FileSystems.open(resource)));
  }

  /**
   * Opens the bytes as stored, at any position; a pipe is copied to a temporary file first.
   *
   * @throws IOException if it cannot be opened
   */
  public SeekableByteChannel channel() throws IOException {
    if (resource == null) {
      return copy(System.in);
    }
    ReadableByteChannel channel = FileSystems.open(resource);
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    try (InputStream in = Channels.newInputStream(channel)) {
      return copy(in);
    }
  }

  private static SeekableByteChannel copy(InputStream in) throws IOException {
    Path file = Files.createTempFile("gristmill-input", null);
    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    return Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** The content of a stream, decompressed where its first bytes are those of gzip or zstd. */
  static InputStream decompress(InputStream stored) throws IOException {
    Lookahead in = new Lookahead(stored);
    Compression compression = Compression.detect(in.head(6));
    return switch (compression) {
      case NONE -> in;
      case GZIP -> new GZIPInputStream(in, BUFFER_BYTES);
      case ZSTD -> new ZstdInputStreamNoFinalizer(in);
      default -> {
        in.close();
        throw new IOException(
            compression + " compression is not supported; recompress with gzip or zstd");
      }
    };
  }
}
