// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * One row of the manifest: a fetch of one page.
 *
 * @param file the page's bytes, as the server would send them
 * @param url where it was fetched, under {@code .example}
 * @param contentType value of the HTTP header of that name
 * @param date the crawl's date
 * @param keep whether the record should survive the sample recipe
 * @param purpose what the page is for, or which rule should drop it
 */
record SamplePage(
    Path file, String url, String contentType, LocalDate date, boolean keep, String purpose) {}
