// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

/**
 * Receives what a reader finds, in file order.
 *
 * <p>Each record or line arrives exactly once, as a page, as a skip or as (a part of) a bad unit.
 * Offsets are those of the gzip member, zstd frame, plain record or line; records that share a
 * member share its offset. In a Parquet file offsets are row numbers; an HTML file is one page at
 * 0. In a tar archive they are those of entries in the decompressed tar, in a zip file of local
 * headers; of loose source files they count the files of a split.
 */
public interface PageSink {

  /** Takes a document. */
  void page(Page page, long offset);

  /**
   * Takes the news of a record that is whole but no document.
   *
   * @param reason stable id: {@code warcinfo}, {@code request}, {@code revisit}, {@code metadata},
   *     {@code continuation}, {@code unknown_type}, {@code not_http}, {@code not_text}, {@code
   *     status_NNN}, {@code padding}; of source archives and folders {@code directory}, {@code
   *     link}, {@code special}, {@code empty}, {@code binary}, {@code vendored}, {@code generated},
   *     {@code nested_archive}
   */
  void skipped(String reason, long offset);

  /** Takes a unit that could not be read. */
  void bad(BadUnit unit);

  /**
   * Takes a remark on something that was read all the same; it does not count in any balance.
   *
   * @param remark stable id: {@code empty_file}, {@code empty_member}, {@code shared_member},
   *     {@code encoding_mismatch}, {@code not_chunked}, {@code chunked_without_end}, {@code
   *     digest_mismatch}, {@code digest_unknown}, {@code lone_surrogate}, {@code blank_line},
   *     {@code nested_column}
   */
  default void noted(String remark, long offset) {}
}
