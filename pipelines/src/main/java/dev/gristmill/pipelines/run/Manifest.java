// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.pipelines.model.MixRate;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did, written last: a run directory without it is unfinished.
 *
 * @param version of the program
 * @param recipe as resolved
 * @param digests of code, vocabulary and models, by name
 * @param splits the planned splits
 * @param inputSha256 of the bytes each split read, in split order
 * @param stages every stage's name in order
 * @param decided the decision phases in order
 * @param shards how many output shards
 * @param vocabularySize ids are below it
 * @param endOfText the id that ends every document, and no other token
 * @param files outputs, ledger and dead letters, sorted by path
 * @param measure counts of the measure phase
 * @param finish counts of the finish phase
 * @param rates the solved mix; empty without one
 * @param mix counts of the mix phase; empty without one
 * @param emit counts of the emit phase
 */
public record Manifest(
    String version,
    Recipe recipe,
    Map<String, String> digests,
    List<Split> splits,
    List<String> inputSha256,
    List<String> stages,
    List<String> decided,
    int shards,
    int vocabularySize,
    int endOfText,
    List<FileRecord> files,
    Tally measure,
    Tally finish,
    List<MixRate> rates,
    Tally mix,
    Tally emit) {

  /** The file's name. */
  public static final String FILE = "manifest.json";

  /** The file of its SHA-256, in hex. */
  public static final String DIGEST_FILE = "manifest.sha256";

  private static final ObjectMapper MAPPER =
      Json.PRETTY.copy().addMixIn(Recipe.Stage.class, StageKinds.class);

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Stages.Takedown.class, name = "takedown"),
    @JsonSubTypes.Type(value = Stages.Dates.class, name = "dates"),
    @JsonSubTypes.Type(value = Stages.Urls.class, name = "urls"),
    @JsonSubTypes.Type(value = Stages.Language.class, name = "language"),
    @JsonSubTypes.Type(value = Stages.Clean.class, name = "clean"),
    @JsonSubTypes.Type(value = Stages.Heuristics.class, name = "heuristics"),
    @JsonSubTypes.Type(value = Stages.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = Stages.WordList.class, name = "wordlist"),
    @JsonSubTypes.Type(value = Stages.Quality.class, name = "quality"),
    @JsonSubTypes.Type(value = Stages.Decontaminate.class, name = "decontaminate"),
    @JsonSubTypes.Type(value = Stages.Url.class, name = "url"),
    @JsonSubTypes.Type(value = Stages.Exact.class, name = "exact"),
    @JsonSubTypes.Type(value = Stages.Near.class, name = "near"),
    @JsonSubTypes.Type(value = Stages.Semantic.class, name = "semantic")
  })
  private interface StageKinds {}

  /** Writes the manifest, its digest first; the run is complete from here on. */
  public void write(RunDirectory directory) throws IOException {
    byte[] content = (MAPPER.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    directory.write(DIGEST_FILE, (digest(content) + "\n").getBytes(StandardCharsets.US_ASCII));
    directory.write(FILE, content);
  }

  /**
   * Whether the manifest's bytes are those that were written.
   *
   * @throws IOException if a file cannot be read
   */
  public static boolean intact(RunDirectory directory) throws IOException {
    Optional<byte[]> content = directory.read(FILE);
    Optional<byte[]> stated = directory.read(DIGEST_FILE);
    return content.isPresent()
        && stated.isPresent()
        && digest(content.get())
            .equals(new String(stated.get(), StandardCharsets.US_ASCII).strip());
  }

  private static String digest(byte[] content) {
    return HexFormat.of().formatHex(Digests.sha256().digest(content));
  }

  /**
   * The manifest of a complete run; empty if the run is not complete.
   *
   * @throws IOException if the file is damaged
   */
  public static Optional<Manifest> read(RunDirectory directory) throws IOException {
    Optional<byte[]> bytes = directory.read(FILE);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(bytes.get(), Manifest.class));
    } catch (JsonProcessingException e) {
      throw new IOException(directory.root() + FILE + " is damaged: " + e.getOriginalMessage());
    }
  }

  /** Pages and bad units read. */
  public long unitsRead() {
    return measure.get("pages") + badUnits();
  }

  /** Units in the dead-letter output. */
  public long badUnits() {
    return measure.under("bad").values().stream().mapToLong(Long::longValue).sum();
  }

  /** Bad units over all units read; 0 for an empty input. */
  public double badShare() {
    return unitsRead() == 0 ? 0 : (double) badUnits() / unitsRead();
  }
}
