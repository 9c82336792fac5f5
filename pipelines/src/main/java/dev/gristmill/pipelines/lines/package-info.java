// SPDX-License-Identifier: Apache-2.0
/**
 * What the one-stage commands share: inputs read as document lines or pages, JSON lines written in
 * input order, bad lines told and counted, and the bench that measures a stage on its own.
 *
 * <p>A broken line, record or file never stops a command; a file that is not there, or an output
 * that cannot be written, does.
 *
 * <p>May import: JDK, Jackson, zstd-jni, picocli, Beam's file systems, kernels, io, model, run,
 * shard, shuffle.
 */
package dev.gristmill.pipelines.lines;
