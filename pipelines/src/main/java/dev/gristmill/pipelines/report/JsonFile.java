// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.function.Predicate;

/**
 * Reads a file of JSON lines of a run, one at a time.
 *
 * <p>Memory: one line, which a page's title or URL may make as long as the page.
 */
final class JsonFile {

  /** The program wrote the lines itself, from pages under {@code maxBodyBytes}. */
  private static final ObjectReader READER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .readerFor(JsonNode.class);

  private JsonFile() {}

  /**
   * Reads until the end or until {@code wantsMore} says no; a file that is not there is empty.
   *
   * @throws IOException if a line is damaged
   */
  static void read(RunDirectory directory, String path, Predicate<JsonNode> wantsMore)
      throws IOException {
    try (InputStream in = Channels.newInputStream(directory.open(path));
        MappingIterator<JsonNode> lines = READER.readValues(in)) {
      boolean more = true;
      while (more && lines.hasNextValue()) {
        more = wantsMore.test(lines.nextValue());
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      // work/ may be deleted to save space.
      return;
    } catch (JsonProcessingException e) {
      throw new IOException(path + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * A text field, "" if it is absent; at most {@code most} UTF-16 units, without lone surrogates.
   */
  static String text(JsonNode line, String field, int most) {
    return WellFormed.cut(line.path(field).asText(""), most);
  }
}
