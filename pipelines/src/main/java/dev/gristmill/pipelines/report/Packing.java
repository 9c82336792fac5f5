// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows and the files.
 *
 * @param length tokens of a row
 * @param rows how many
 * @param padding tokens of them that only fill up
 * @param paddingShare of all places, 0 to 1
 * @param documentsPerRow documents, or parts of them, in a row on average
 * @param shards how many
 * @param endOfText the id that ends every document
 * @param outputs by folder
 */
public record Packing(
    int length,
    long rows,
    long padding,
    double paddingShare,
    double documentsPerRow,
    int shards,
    int endOfText,
    List<Output> outputs) {

  /**
   * A folder of outputs.
   *
   * @param folder {@code tokens/FORMAT}, {@code text} or {@code ledger}
   * @param files in it
   * @param bytes of them
   */
  public record Output(String folder, long files, long bytes) {}

  static Packing of(Manifest manifest) {
    Tally emit = manifest.emit();
    int length = manifest.recipe().pack().length();
    long rows = emit.get("rows");
    return new Packing(
        length,
        rows,
        emit.get("padding"),
        Totals.share(emit.get("padding"), rows * length),
        Totals.share(emit.get("spans"), rows),
        manifest.shards(),
        manifest.endOfText(),
        outputs(manifest.files()));
  }

  private static List<Output> outputs(List<FileRecord> files) {
    Map<String, long[]> folders = new TreeMap<>();
    for (FileRecord file : files) {
      int slash = Math.max(0, file.path().lastIndexOf('/'));
      long[] sums = folders.computeIfAbsent(file.path().substring(0, slash), name -> new long[2]);
      sums[0]++;
      sums[1] += file.bytes();
    }
    return folders.entrySet().stream()
        .map(each -> new Output(each.getKey(), each.getValue()[0], each.getValue()[1]))
        .toList();
  }
}
