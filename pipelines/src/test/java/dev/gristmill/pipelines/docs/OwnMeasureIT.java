// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The measure that the page on rules shows: compiled, packed and named to the launcher as the page
 * says, it drops what it should.
 */
class OwnMeasureIT {
  private static final long LIMIT_SECONDS = 120;
  private static final String SERVICE = "META-INF/services/dev.gristmill.filters.Measure";
  private static final Path ROOT =
      Path.of(System.getProperty("gristmill.root", "..")).toAbsolutePath().normalize();

  @TempDir Path folder;
  private String page;
  private Path recipe;

  @BeforeEach
  void writeInputs() throws IOException {
    page =
        Files.readString(ROOT.resolve("src/site/markdown/stages/rules.md"), StandardCharsets.UTF_8);
    recipe = Files.writeString(folder.resolve("shouting.yaml"), block("yaml", "name: shouting"));
    Files.writeString(
        folder.resolve("posts.jsonl"),
        post("calm", "Nobody raises a voice in this post. Not once.")
            + post("loud", "Buy now! Buy now! Buy now! Buy now! Buy now!")
            + post("limit", "Three cheers for the miller! And for the baker! And for us!")
            + post("long", "! ! ! ! " + "Four marks are few among so many words. ".repeat(20)));
    // What this build packed is the newest there is, so the launcher need not build once more.
    Path built = ROOT.resolve("pipelines/target/dist/built");
    assertThat(built.getParent().resolve("lib")).isDirectory();
    if (!Files.exists(built)) {
      Files.createFile(built);
    }
    Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
  }

  @Test
  void theMeasureOfThePageDropsWhoShouts() throws IOException, InterruptedException {
    String run = launch(0, jar(classes()).toString());

    assertThat(run).contains("shouting 1\n");
    assertThat(explain("loud"))
        .contains("fate       dropped by shouting: shouting")
        .contains("exclamations 5, exclamation_share 0.113636");
    assertThat(explain("calm")).contains("fate       kept");
    assertThat(explain("limit")).contains("fate       kept");
    assertThat(explain("long")).contains("fate       kept");
  }

  @Test
  void withoutTheJarTheRecipeIsRefused() throws IOException, InterruptedException {
    assertThat(launch(2, "")).contains("unknown signal \"exclamations\"");
  }

  private String launch(int exit, String plugins) throws IOException, InterruptedException {
    return gristmill(
        exit, plugins, "run", recipe.toString(), "--output", folder.resolve("run").toString());
  }

  private String explain(String post) throws IOException, InterruptedException {
    String jar = folder.resolve("shouting.jar").toString();
    return gristmill(0, jar, "explain", folder.resolve("run").toString(), post);
  }

  private String gristmill(int exit, String plugins, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("gristmill").toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("GRISTMILL_PLUGINS", plugins);
    Process process = builder.start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as(text).isTrue();
    assertThat(process.exitValue()).as(text).isEqualTo(exit);
    return text;
  }

  private Path classes() throws IOException {
    Path source = Files.createDirectories(folder.resolve("example")).resolve("Shouting.java");
    Files.writeString(source, block("java", "package example;"));
    Path classes = Files.createDirectories(folder.resolve("build"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String[] arguments = {
      "-cp", System.getProperty("java.class.path"), "-d", classes.toString(), source.toString()
    };

    assertThat(compiler.run(null, null, null, arguments)).isZero();

    return classes;
  }

  private Path jar(Path classes) throws IOException {
    Path jar = folder.resolve("shouting.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("example/Shouting.class"));
      out.write(Files.readAllBytes(classes.resolve("example/Shouting.class")));
      out.putNextEntry(new JarEntry(SERVICE));
      out.write(block("text", "example.").getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  /** The page's code block of that kind whose content begins so. */
  private String block(String kind, String beginning) {
    Matcher block =
        Pattern.compile(
                "^```" + kind + "\\n(" + Pattern.quote(beginning) + ".*?)^```$",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(page);
    assertThat(block.find()).as("a block of %s that begins with %s", kind, beginning).isTrue();
    return block.group(1);
  }

  private static String post(String id, String text) {
    return "{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}\n";
  }
}
