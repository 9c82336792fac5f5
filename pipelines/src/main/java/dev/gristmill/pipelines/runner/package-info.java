// SPDX-License-Identifier: Apache-2.0
/**
 * Where jobs run: DirectRunner, Flink in this process, a Flink cluster, a local cluster of our own.
 *
 * <p>May import: JDK, Beam and its runners.
 */
package dev.gristmill.pipelines.runner;
