// SPDX-License-Identifier: Apache-2.0
/**
 * The documents held to their word: what they tell a reader to type works, what they name exists.
 *
 * <p>May import: JDK, JUnit, AssertJ.
 */
package dev.gristmill.pipelines.docs;
