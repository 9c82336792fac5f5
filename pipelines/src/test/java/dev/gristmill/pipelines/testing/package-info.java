// SPDX-License-Identifier: Apache-2.0
/**
 * What tests of several rooms share: pipelines that must be run, and a small finished run.
 *
 * <p>May import: JUnit, Beam, all rooms.
 */
package dev.gristmill.pipelines.testing;
