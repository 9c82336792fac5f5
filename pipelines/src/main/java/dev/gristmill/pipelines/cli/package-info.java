// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: one class per command, nothing but options and messages.
 *
 * <p>May import: all rooms.
 */
package dev.gristmill.pipelines.cli;
