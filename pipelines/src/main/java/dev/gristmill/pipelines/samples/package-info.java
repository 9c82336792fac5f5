// SPDX-License-Identifier: Apache-2.0
/**
 * Turns the pages under {@code samples/} and any javadoc jars into the WARC files of a small crawl,
 * so that a first run has something real to read.
 *
 * <p>May import: JDK.
 */
package dev.gristmill.pipelines.samples;
