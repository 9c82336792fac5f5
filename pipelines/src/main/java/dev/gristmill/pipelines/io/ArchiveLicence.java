// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the licence of a whole archive: that of the licence file at its root, else in {@code
 * META-INF}, else in the one folder that holds everything, as source releases have it.
 *
 * <p>Several files at the place, such as {@code LICENSE-APACHE} and {@code LICENSE-MIT}: the first
 * one by name that is recognised.
 */
final class ArchiveLicence implements ArchiveEntry.Sink {
  private static final List<String> STEMS =
      List.of("license", "licence", "copying", "unlicense", "mit-license");
  private static final List<String> ENDINGS = List.of("", ".txt", ".md", ".rst");

  private final int maxBytes;
  private final Map<String, String> atRoot = new TreeMap<>();
  private final Map<String, String> inMetaInf = new TreeMap<>();
  private final Map<String, String> inTop = new TreeMap<>();
  private String top = "";
  private boolean hasOneTop = true;

  ArchiveLicence(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Whether a file of that name states the licence of its folder. */
  static boolean isLicenceFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    String ending = dot < 0 ? "" : lower.substring(dot);
    String stem = dot < 0 ? lower : lower.substring(0, dot);
    return ENDINGS.contains(ending)
        && STEMS.stream().anyMatch(s -> stem.equals(s) || stem.startsWith(s + "-"));
  }

  @Override
  public boolean entry(ArchiveEntry entry) throws IOException {
    Optional<String> path =
        entry.kind() == ArchiveEntry.Kind.FILE ? ArchiveNames.path(entry.name()) : Optional.empty();
    if (path.isPresent()) {
      file(path.get(), entry);
    }
    return true;
  }

  private void file(String path, ArchiveEntry entry) throws IOException {
    int slash = path.indexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    if (top.isEmpty()) {
      top = folder;
    }
    hasOneTop &= !folder.isEmpty() && folder.equals(top);
    String name = path.substring(slash + 1);
    if (name.contains("/") || !isLicenceFile(name)) {
      return;
    }
    Map<String, String> place =
        folder.isEmpty() ? atRoot : folder.equals("META-INF") ? inMetaInf : inTop;
    if (place == inTop && !hasOneTop) {
      return;
    }
    try {
      CodePages.licence(entry.content().read(maxBytes)).ifPresent(l -> place.put(name, l));
    } catch (BadRecordException unreadable) {
      // It is told when the files are read.
    }
  }

  @Override
  public void damaged(String reason, String message, long offset, long bytes) {
    // It is told when the files are read.
  }

  /** The licence, or empty. */
  String found() {
    for (Map<String, String> place : List.of(atRoot, inMetaInf, hasOneTop ? inTop : inMetaInf)) {
      if (!place.isEmpty()) {
        return place.values().iterator().next();
      }
    }
    return "";
  }
}
