// SPDX-License-Identifier: Apache-2.0
/**
 * Vocabularies by name or file, loaded once per process.
 *
 * <p>May import: JDK, Beam's file systems, tokenizer.
 */
package dev.gristmill.pipelines.vocabulary;
