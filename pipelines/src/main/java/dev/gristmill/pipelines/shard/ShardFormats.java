// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The formats of shards by name, and the names of their files. */
public final class ShardFormats {

  /** Packed rows as Parquet: {@link ParquetRows}. */
  public static final String PARQUET = "parquet";

  /** Documents as Megatron's indexed dataset: {@link MegatronDocuments}. */
  public static final String MEGATRON = "megatron";

  /** Names of the formats, as in the recipe and {@code pack --format}. */
  public static final List<String> NAMES = List.of(PARQUET, MEGATRON);

  private ShardFormats() {}

  /**
   * Whether a format holds packed rows; if not it holds documents.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  public static boolean holdsRows(String format) {
    return switch (format) {
      case PARQUET -> true;
      case MEGATRON -> false;
      default -> throw unknown(format);
    };
  }

  /**
   * The extensions of a shard's files, in the order they should appear: an index comes last.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  public static List<String> extensions(String format) {
    return switch (format) {
      case PARQUET -> List.of("parquet");
      case MEGATRON -> List.of("bin", "idx");
      default -> throw unknown(format);
    };
  }

  /**
   * Opens a shard of a format.
   *
   * @param files a stream for each of {@link #extensions}; closing the shard closes them
   * @throws IllegalArgumentException if there is no such format
   * @throws IOException if a stream cannot be written
   */
  public static ShardFormat open(String format, List<? extends OutputStream> files)
      throws IOException {
    return switch (format) {
      case PARQUET -> new ParquetRows(files.get(0));
      case MEGATRON -> new MegatronDocuments(files.get(0), files.get(1));
      default -> throw unknown(format);
    };
  }

  /** The file name of shard {@code index} of {@code count}, without its folder. */
  public static String fileName(int index, int count, String extension) {
    return "part-" + digits(index) + "-of-" + digits(count) + "." + extension;
  }

  private static String digits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
  }

  private static IllegalArgumentException unknown(String format) {
    return new IllegalArgumentException("format must be one of " + NAMES + ", was " + format);
  }
}
