// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

/**
 * A file of a run as it was written.
 *
 * @param path relative to the run directory, with forward slashes
 * @param bytes its length
 * @param sha256 of its content, in hex
 */
public record FileRecord(String path, long bytes, String sha256) {}
