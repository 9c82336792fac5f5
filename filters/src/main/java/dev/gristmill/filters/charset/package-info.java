// SPDX-License-Identifier: Apache-2.0
/**
 * What charset bytes are in, judged by the bytes alone, and decoders that follow the WHATWG
 * Encoding Standard where the JDK's do not. Knows neither labels nor HTML nor hosts.
 *
 * <p>May import: JDK.
 */
package dev.gristmill.filters.charset;
