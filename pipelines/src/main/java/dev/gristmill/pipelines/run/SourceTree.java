// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import dev.gristmill.pipelines.model.Split;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * The files below a folder, sorted by path. What version control keeps for itself ({@code .git},
 * {@code .hg}, {@code .svn}) does not belong to it, and links are listed but never followed, so
 * that nothing outside the folder is read.
 */
public final class SourceTree {

  /** {@link Split.Member#size} of a link, or a device. */
  public static final long NO_FILE = -1;

  /** Where the licence of a tree is looked for, in this order. */
  private static final List<String> LICENCE_FILES =
      List.of(
          "LICENSE",
          "LICENSE.txt",
          "LICENSE.md",
          "LICENCE",
          "LICENCE.txt",
          "COPYING",
          "COPYING.txt",
          "UNLICENSE",
          "LICENSE-APACHE",
          "LICENSE-MIT");

  private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn");
  private static final String GLOB_CHARS = "*?[{";

  private SourceTree() {}

  /**
   * The files below a folder.
   *
   * @param root path or URI that ends in a slash
   * @throws IllegalArgumentException if there are more than {@code maxFiles}
   * @throws IOException if a folder cannot be listed
   */
  public static List<Split.Member> files(String root, long maxFiles) throws IOException {
    List<Split.Member> files = new ArrayList<>();
    if (root.contains("://")) {
      listed(root, maxFiles, files);
    } else {
      walked(Path.of(root), maxFiles, files);
    }
    files.sort(Comparator.comparing(Split.Member::path));
    return files;
  }

  private static void walked(Path root, long maxFiles, List<Split.Member> files)
      throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
            Path name = folder.getFileName();
            boolean isKept = name == null || !VERSION_CONTROL.contains(name.toString());
            return isKept || folder.equals(root)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            String path = root.relativize(file).toString().replace('\\', '/');
            boolean isFile = about.isRegularFile();
            add(
                new Split.Member(
                    path,
                    isFile ? about.size() : NO_FILE,
                    isFile ? about.lastModifiedTime().toMillis() : 0),
                root.toString(),
                maxFiles,
                files);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void listed(String root, long maxFiles, List<Split.Member> files)
      throws IOException {
    MatchResult match = FileSystems.match(root + "**", EmptyMatchTreatment.ALLOW);
    if (match.status() == MatchResult.Status.NOT_FOUND) {
      return;
    }
    for (MatchResult.Metadata file : match.metadata()) {
      String name = file.resourceId().toString();
      String path = name.startsWith(root) ? name.substring(root.length()) : "";
      boolean isKept = List.of(path.split("/", -1)).stream().noneMatch(VERSION_CONTROL::contains);
      if (!path.isEmpty() && !file.resourceId().isDirectory() && isKept) {
        add(
            new Split.Member(path, file.sizeBytes(), file.lastModifiedMillis()),
            root,
            maxFiles,
            files);
      }
    }
  }

  private static void add(Split.Member file, String root, long maxFiles, List<Split.Member> files) {
    if (files.size() >= maxFiles) {
      throw new IllegalArgumentException(
          root + " holds over " + maxFiles + " files (maxArchiveEntries); pack them into tar");
    }
    files.add(file);
  }

  /**
   * The folder that a glob or a file lies in, up to the first wildcard, with a slash at its end.
   */
  public static String rootOf(String glob) {
    int end = glob.length();
    for (int i = 0; i < glob.length(); i++) {
      if (GLOB_CHARS.indexOf(glob.charAt(i)) >= 0) {
        end = i;
        break;
      }
    }
    return glob.substring(0, glob.lastIndexOf('/', end - 1) + 1);
  }

  /**
   * The first licence file of a folder; empty if there is none.
   *
   * @throws IOException if one is there and cannot be read
   */
  public static Optional<byte[]> licenceFile(String root, int maxBytes) throws IOException {
    for (String name : LICENCE_FILES) {
      if (!root.contains("://") && !Files.isRegularFile(Path.of(root + name))) {
        continue;
      }
      try (InputStream in =
          Channels.newInputStream(
              FileSystems.open(FileSystems.matchNewResource(root + name, false)))) {
        return Optional.of(in.readNBytes(maxBytes));
      } catch (FileNotFoundException | NoSuchFileException none) {
        // The next name, then.
      }
    }
    return Optional.empty();
  }
}
