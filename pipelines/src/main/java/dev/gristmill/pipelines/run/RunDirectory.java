// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A run's folder on any Beam file system.
 *
 * <p>Names inside it are ordinal and made by the program, never taken from data.
 */
public final class RunDirectory implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String root;

  private RunDirectory(String root) {
    this.root = root.endsWith("/") ? root : root + "/";
  }

  /** The folder at an absolute path or URI; it need not exist. */
  public static RunDirectory at(String root) {
    return new RunDirectory(root);
  }

  /** The folder's path or URI, ending in a slash. */
  public String root() {
    return root;
  }

  /** The file at a relative path. */
  public ResourceId resource(String path) {
    ResourceId at = FileSystems.matchNewResource(root, true);
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      at = at.resolve(names[i], StandardResolveOptions.RESOLVE_DIRECTORY);
    }
    return at.resolve(names[names.length - 1], StandardResolveOptions.RESOLVE_FILE);
  }

  /**
   * Begins a file that appears when it is committed.
   *
   * @throws IOException if it cannot be created
   */
  public StagedFile stage(String path) throws IOException {
    return new StagedFile(this, path);
  }

  /**
   * Writes a small file whole.
   *
   * @throws IOException if it cannot be written
   */
  public FileRecord write(String path, byte[] content) throws IOException {
    try (StagedFile file = stage(path)) {
      file.stream().write(content);
      return file.commit();
    }
  }

  /**
   * Opens a file for reading at any position.
   *
   * @throws IOException if there is none, or the file system cannot seek
   */
  public SeekableByteChannel open(String path) throws IOException {
    return open(resource(path));
  }

  /**
   * Opens any file, inside a run or not, for reading at any position.
   *
   * @throws IOException if there is none, or the file system cannot seek
   */
  public static SeekableByteChannel openFile(String file) throws IOException {
    return open(FileSystems.matchNewResource(file, false));
  }

  private static SeekableByteChannel open(ResourceId file) throws IOException {
    ReadableByteChannel channel = FileSystems.open(file);
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    channel.close();
    throw new IOException("the file system of " + file + " cannot seek within files");
  }

  /** The content of a small file; empty if there is none. */
  public Optional<byte[]> read(String path) throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource(path)))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException | java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Sizes of the files that match a relative glob ({@code **} crosses folders), by path. */
  public Map<String, Long> list(String glob) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    MatchResult match = FileSystems.match(root + glob, EmptyMatchTreatment.ALLOW);
    if (match.status() == MatchResult.Status.NOT_FOUND) {
      return sizes;
    }
    for (MatchResult.Metadata file : match.metadata()) {
      String full = file.resourceId().toString();
      int at = full.indexOf(root);
      sizes.put(full.substring(at + root.length()), file.sizeBytes());
    }
    return sizes;
  }

  /** Deletes files; those that are gone already do not matter. */
  public void delete(Iterable<String> paths) throws IOException {
    List<ResourceId> all = new ArrayList<>();
    paths.forEach(path -> all.add(resource(path)));
    FileSystems.delete(all, StandardMoveOptions.IGNORE_MISSING_FILES);
  }
}
