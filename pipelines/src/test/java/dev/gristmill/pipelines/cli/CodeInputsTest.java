// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source code as an input of the command line: archives, folders, loose files. */
class CodeInputsTest {
  private static final String MILL =
      "// SPDX-License-Identifier: Apache-2.0\npackage mill;\n\n/** Grinds. */\nclass Mill {}\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    Map<String, String> files = new TreeMap<>();
    files.put("LICENSE", "Released under the MIT license.\n");
    files.put("src/Mill.java", MILL);
    files.put("src/wheel.py", "def turn():\n    return 1\n");
    files.put("src/logo.png", "\u0089PNG");
    files.put("lib/dep.jar", "PK\3\4");
    files.put(".git/config.ini", "[core]\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path at = folder.resolve("project").resolve(file.getKey());
      Files.createDirectories(at.getParent());
      Files.writeString(at, file.getValue());
    }
    Files.writeString(folder.resolve("secret.py"), "secret = 1\n");
    Files.createSymbolicLink(folder.resolve("project/src/link.py"), folder.resolve("secret.py"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("src/Mill.java", "../../evil.py", "src/wheel.py")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((name.contains("Mill") ? MILL : "x = 1\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    Files.write(folder.resolve("mill-sources.jar"), out.toByteArray());
  }

  private Path recipe(String inputs) throws IOException {
    return Files.writeString(
        folder.resolve("recipe.yaml"),
        """
        name: code
        input:
        %s
        limits: {maxBadShare: 0.5, partitions: 2}
        stages:
          - clean: {}
        pack: {length: 64, shardTokens: 1024}
        """
            .formatted(inputs.indent(2)));
  }

  private Map<String, JsonNode> run(Path recipe, String output) throws IOException {
    Ran ran =
        Ran.command(
            new RunCommand(),
            recipe,
            "-o",
            folder.resolve(output),
            "--quiet",
            "--runner",
            "DIRECT");
    assertThat(ran.exit()).as(ran.err()).isZero();
    Map<String, JsonNode> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(output).resolve("text"))) {
      for (Path file : files.toList()) {
        String lines;
        try (ZstdInputStreamNoFinalizer in =
            new ZstdInputStreamNoFinalizer(Files.newInputStream(file))) {
          lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String line : lines.lines().toList()) {
          JsonNode document = new ObjectMapper().readTree(line);
          documents.put(document.at("/meta/path").textValue(), document);
        }
      }
    }
    return documents;
  }

  @Test
  void aRunReadsArchivesAndFoldersOfSourceFiles() throws IOException {
    Path recipe =
        recipe(
            """
            - {path: "*-sources.jar", source: jars}
            - {path: project, source: tree, format: code}
            """);

    Map<String, JsonNode> documents = run(recipe, "out");

    assertThat(documents).containsOnlyKeys("LICENSE", "src/Mill.java", "src/wheel.py");
    Manifest manifest = Manifest.read(RunDirectory.at(folder + "/out")).orElseThrow();
    assertThat(manifest.measure().under("skipped"))
        .containsEntry("not_text", 1L)
        .containsEntry("nested_archive", 1L)
        .containsEntry("link", 1L)
        .hasSize(3);
    assertThat(manifest.measure().under("bad")).isEqualTo(Map.of("archive_path", 1L));
    assertThat(manifest.measure().get("pages")).isEqualTo(5);
    assertThat(manifest.splits()).hasSize(2);
    assertThat(manifest.splits().get(1).members())
        .extracting(Split.Member::path)
        .containsExactly(
            "LICENSE",
            "lib/dep.jar",
            "src/Mill.java",
            "src/link.py",
            "src/logo.png",
            "src/wheel.py");
    JsonNode wheel = documents.get("src/wheel.py");
    assertThat(wheel.at("/meta/programming_language").textValue()).isEqualTo("Python");
    try (Stream<Path> tree = Files.walk(folder)) {
      assertThat(tree.map(path -> path.getFileName().toString())).doesNotContain("evil.py");
    }
  }

  @Test
  void idsDoNotDependOnWhereTheSourcesLie() throws IOException {
    Map<String, JsonNode> here =
        run(recipe("- {path: project, source: tree, format: code}"), "out-1");
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(folder.resolve("project"), folder.resolve("elsewhere/renamed"));

    Map<String, JsonNode> there =
        run(recipe("- {path: elsewhere/renamed/, source: tree, format: code}"), "out-2");

    assertThat(there.keySet()).isEqualTo(here.keySet());
    here.forEach((path, document) -> assertThat(there.get(path)).isEqualTo(document));
    assertThat(here.get("src/Mill.java").at("/meta/licence").textValue()).isEqualTo("Apache-2.0");
    assertThat(here.get("src/Mill.java").at("/meta/archive_licence").textValue()).isEqualTo("MIT");
  }

  @Test
  void looseFilesOfAGlobHavePathsBelowItsFixedPart() throws IOException {
    Map<String, JsonNode> documents =
        run(recipe("- {path: \"project/**.py\", source: tree, format: code}"), "out");

    assertThat(documents).containsKey("src/wheel.py");
  }

  @Test
  void aFolderThatIsNotSaidToBeCodeIsRefused() throws IOException {
    Ran ran = Ran.command(new PlanCommand(), recipe("- {path: project}"));

    assertThat(ran.exit()).isNotZero();
    assertThat(ran.err()).contains("is a folder").contains("format: code");
  }

  @Test
  void extractReadsArchivesAndWithCodeFoldersToo() throws IOException {
    Ran jar = Ran.command(new ExtractCommand(), folder.resolve("mill-sources.jar"));
    Ran tree = Ran.command(new ExtractCommand(), "--code", folder.resolve("project"));
    Ran file = Ran.command(new ExtractCommand(), "--code", folder.resolve("secret.py"));
    Ran refused = Ran.command(new ExtractCommand(), folder.resolve("project"));

    List<String> paths = new ArrayList<>();
    for (JsonNode line : jar.json()) {
      paths.add(line.get("path").textValue());
    }
    assertThat(paths).containsExactly("src/Mill.java", "src/wheel.py");
    assertThat(jar.err()).contains("archive_path: ../../evil.py");
    JsonNode mill = tree.json().get(1);
    assertThat(mill.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "url",
            "title",
            "text",
            "path",
            "programming_language",
            "licence",
            "archive_licence");
    assertThat(mill.get("text").textValue()).isEqualTo(MILL);
    assertThat(mill.get("id").textValue()).matches("[0-9a-f]{32}");
    assertThat(tree.err()).contains("3 documents, 3 skipped, 0 bad");
    assertThat(file.json().get(0).get("path").textValue()).isEqualTo("secret.py");
    assertThat(refused.exit()).isNotZero();
  }
}
