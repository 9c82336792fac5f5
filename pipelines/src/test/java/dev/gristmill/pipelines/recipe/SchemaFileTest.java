// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema; {@code -Dgristmill.bless=true} writes it anew. */
class SchemaFileTest {

  private static final Path FILE =
      Path.of(System.getProperty("gristmill.root"), "src/conf/recipe.schema.json");

  @Test
  void isWhatTheReaderChecks() throws IOException {
    String schema = Json.PRETTY.writeValueAsString(RecipeFile.jsonSchema()) + "\n";
    if (Boolean.getBoolean("gristmill.bless")) {
      Files.writeString(Files.createDirectories(FILE.getParent()).resolve(FILE), schema);
    }

    assertThat(Files.readString(FILE))
        .as("run with -Dgristmill.bless=true if the change is meant")
        .isEqualTo(schema);
  }

  @Test
  void saysRequiredKeysRangesAndDefaults() {
    JsonNode schema = Json.LINE.valueToTree(RecipeFile.jsonSchema());

    assertThat(schema.get("$schema").asText()).contains("2020-12");
    assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
    assertThat(schema.get("required").toString()).isEqualTo("[\"name\",\"input\",\"stages\"]");
    JsonNode length = schema.at("/properties/pack/properties/length");
    assertThat(length.get("minimum").asLong()).isEqualTo(16);
    assertThat(length.get("maximum").asLong()).isEqualTo(1 << 20);
    assertThat(length.get("default").asLong()).isEqualTo(8192);
    assertThat(length.get("description").asText()).isNotEmpty();
    assertThat(schema.at("/properties/stages/items/oneOf")).hasSize(15);
  }
}
