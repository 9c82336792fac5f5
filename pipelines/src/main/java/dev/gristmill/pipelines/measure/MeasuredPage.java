// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.io.Page;

/**
 * A page with everything that was found out about it.
 *
 * @param page the page as read
 * @param id its id, before any ordinal
 * @param content digest of the record
 * @param title the extracted or given title
 * @param extract "" if there is text, else the reason
 * @param text what was found out about its text
 */
record MeasuredPage(
    Page page, Digest128 id, Digest128 content, String title, String extract, MeasuredText text) {}
