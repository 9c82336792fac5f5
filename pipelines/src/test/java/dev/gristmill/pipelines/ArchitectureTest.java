// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between modules and between the rooms of this one. */
class ArchitectureTest {

  private static final String ROOMS = "dev.gristmill.pipelines.";
  private static final String[] KERNELS = {
    "dev.gristmill.tokenizer..", "dev.gristmill.filters..", "dev.gristmill.classifiers.."
  };
  private static final List<String> STAGES =
      List.of("measure", "decide", "semantic", "finish", "mix", "emit");
  private static final List<String> FOUNDATIONS =
      List.of(
          "model",
          "models",
          "run",
          "split",
          "table",
          "shuffle",
          "verdict",
          "io",
          "shard",
          "vocabulary",
          "runner");

  /** What the words of a "May import" line stand for. Rooms stand for themselves. */
  private static final Map<String, List<String>> MEANINGS = meanings();

  private static final Pattern MAY_IMPORT =
      Pattern.compile("May import:\\s*(.*?)\\.\\s*\\*/", Pattern.DOTALL);

  private static JavaClasses all;

  @BeforeAll
  static void readClasses() {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.gristmill");
    assertThat(all.stream().map(JavaClass::getPackageName))
        .contains("dev.gristmill.tokenizer", "dev.gristmill.filters", ROOMS + "emit");
  }

  private static Map<String, List<String>> meanings() {
    Map<String, List<String>> meanings = new TreeMap<>();
    meanings.put("JDK", List.of("java..", "javax.."));
    meanings.put("Beam", List.of("org.apache.beam.sdk.."));
    meanings.put(
        "Beam's file systems",
        List.of("org.apache.beam.sdk.io", "org.apache.beam.sdk.io.fs", "org.apache.beam.sdk.util"));
    meanings.put("Beam and its runners", List.of("org.apache.beam..", "org.apache.flink.."));
    meanings.put("Jackson", List.of("com.fasterxml.jackson.."));
    meanings.put("zstd-jni", List.of("com.github.luben.zstd.."));
    meanings.put("org.brotli", List.of("org.brotli.."));
    meanings.put("commons-compress", List.of("org.apache.commons.compress.."));
    meanings.put("xz", List.of("org.tukaani.xz.."));
    meanings.put("aircompressor", List.of("io.airlift.compress.."));
    meanings.put("parquet-java", List.of("org.apache.parquet..", "org.apache.hadoop.conf.."));
    meanings.put("picocli", List.of("picocli"));
    meanings.put("kernels", List.of(KERNELS));
    meanings.put("tokenizer", List.of(KERNELS[0]));
    meanings.put("filters", List.of(KERNELS[1]));
    meanings.put("filters.html", List.of("dev.gristmill.filters.html.."));
    List<String> anything = List.of("dev.gristmill..", "java..", "com..", "org..", "picocli");
    meanings.put("all rooms", anything);
    meanings.put("all rooms but cli", anything);
    return meanings;
  }

  @Test
  void kernelsKnowNoEngineNoLoggerAndNoCommandLine() {
    noClasses()
        .that()
        .resideInAnyPackage(KERNELS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.beam..",
            "org.apache.flink..",
            "org.apache.hadoop..",
            "org.apache.parquet..",
            "org.slf4j..",
            "java.util.logging..",
            "picocli..",
            "dev.gristmill.pipelines..")
        .check(all);
    noClasses()
        .that()
        .resideInAnyPackage("dev.gristmill.tokenizer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.gristmill.filters..", "dev.gristmill.classifiers..")
        .check(all);
    noClasses()
        .that()
        .resideInAnyPackage("dev.gristmill.filters..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.gristmill.tokenizer..", "dev.gristmill.classifiers..")
        .check(all);
  }

  @Test
  void kernelsOpenFilesOnlyInLoad() {
    Set<String> files =
        Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.nio.file.Files",
            "java.nio.channels.FileChannel");
    forbid(
        "open files outside load",
        access ->
            files.contains(access.getTargetOwner().getName())
                && !access.getOrigin().getName().startsWith("load"),
        KERNELS);
  }

  @Test
  void everyRoomImportsOnlyWhatItsPackageInfoSays() throws IOException {
    Map<String, List<String>> walls = walls();
    assertThat(walls).containsKeys("cli", "decide", "emit", "io", "shuffle", "split", "table");
    List<String> breaches = new ArrayList<>();
    walls.forEach(
        (room, allowed) ->
            breaches.addAll(
                classes()
                    .that()
                    .resideInAPackage(ROOMS + room)
                    .should()
                    .onlyDependOnClassesThat(
                        describe(
                            "stand in its package-info",
                            other ->
                                other.getBaseComponentType().isPrimitive()
                                    || resideInAnyPackage(allowed.toArray(new String[0]))
                                        .test(other.getBaseComponentType())))
                    .evaluate(all)
                    .getFailureReport()
                    .getDetails()));
    assertThat(breaches).isEmpty();
  }

  @Test
  void foundationsKnowNoStage() {
    noClasses()
        .that()
        .resideInAnyPackage(rooms(FOUNDATIONS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            rooms(
                List.of("measure", "decide", "semantic", "finish", "mix", "emit", "recipe", "cli")))
        .check(all);
  }

  @Test
  void stagesKnowNeitherEachOtherNorTheRecipe() {
    for (String stage : STAGES) {
      List<String> others = new ArrayList<>(STAGES);
      others.remove(stage);
      others.addAll(List.of("recipe", "cli"));
      noClasses()
          .that()
          .resideInAPackage(ROOMS + stage)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(rooms(others))
          .check(all);
    }
  }

  @Test
  void onlyCurateKnowsTheStages() {
    noClasses()
        .that(resideOutsideOfPackages(rooms(STAGES)))
        .and()
        .doNotHaveFullyQualifiedName(ROOMS + "recipe.Curate")
        .and(describe("are not inside it", c -> !c.getName().startsWith(ROOMS + "recipe.Curate$")))
        // It drives the rounds of one stage on behalf of Curate.
        .and()
        .doNotHaveFullyQualifiedName(ROOMS + "recipe.SemanticRounds")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms(STAGES))
        .check(all);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that(resideOutsideOfPackages(ROOMS + "cli", ROOMS + "lines"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(all);
    noClasses()
        .that(resideOutsideOfPackages(ROOMS + "cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOMS + "cli")
        .check(all);
  }

  @Test
  void onlyShuffleGroups() {
    noClasses()
        .that(resideOutsideOfPackages(ROOMS + "shuffle"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(GroupByKey.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.beam.sdk.transforms.join.CoGroupByKey")
        .check(all);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.gristmill.(**)").should().beFreeOfCycles().check(all);
  }

  @Test
  void functionsOfBeamAreNestedAndStatic() {
    classes()
        .that()
        .areAssignableTo(DoFn.class)
        .should()
        .haveModifier(JavaModifier.STATIC)
        .andShould()
        .beNestedClasses()
        .check(all);
  }

  @Test
  void nothingDependsOnChanceOrTheClock() {
    Set<String> clocks =
        Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.ZoneId.systemDefault",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.concurrent.ThreadLocalRandom.current");
    Set<String> unseeded =
        Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Date",
            "java.security.SecureRandom");
    forbid(
        "use chance or the clock",
        access -> {
          String owner = access.getTargetOwner().getName();
          return clocks.contains(owner + "." + access.getName())
              || (access instanceof JavaConstructorCall call
                  && unseeded.contains(owner)
                  && call.getTarget().getRawParameterTypes().isEmpty());
        },
        outsideCli());
  }

  @Test
  void nothingDependsOnTheLocaleOrTheCharset() {
    Map<String, String> forbidden =
        Map.of(
            "java.lang.String.toLowerCase", "",
            "java.lang.String.toUpperCase", "",
            "java.lang.String.getBytes", "",
            "java.lang.String.formatted", "java.lang.Object[]",
            "java.lang.String.format", "java.lang.String,java.lang.Object[]",
            "java.io.PrintStream.printf", "java.lang.String,java.lang.Object[]",
            "java.io.PrintWriter.printf", "java.lang.String,java.lang.Object[]",
            "java.io.PrintWriter.format", "java.lang.String,java.lang.Object[]",
            "java.io.InputStreamReader.<init>", "java.io.InputStream",
            "java.io.OutputStreamWriter.<init>", "java.io.OutputStream");
    forbid(
        "use the default locale or charset",
        access ->
            access instanceof JavaCall<?> call
                && parameters(call)
                    .equals(
                        forbidden.get(access.getTargetOwner().getName() + "." + access.getName())),
        "dev.gristmill..");
  }

  private static String parameters(JavaCall<?> call) {
    return String.join(
        ",", call.getTarget().getRawParameterTypes().stream().map(ArchitectureTest::name).toList());
  }

  private static String name(JavaClass type) {
    return type.isArray() ? type.getComponentType().getName() + "[]" : type.getName();
  }

  private static String[] rooms(List<String> names) {
    return names.stream().map(name -> ROOMS + name).toArray(String[]::new);
  }

  private static String[] outsideCli() {
    return all.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.equals(ROOMS + "cli"))
        .distinct()
        .toArray(String[]::new);
  }

  private static void forbid(String what, Predicate<JavaAccess<?>> forbidden, String... packages) {
    ArchCondition<JavaClass> condition =
        new ArchCondition<>(what) {
          @Override
          public void check(JavaClass type, ConditionEvents events) {
            type.getAccessesFromSelf().stream()
                .filter(forbidden)
                .forEach(
                    access ->
                        events.add(
                            SimpleConditionEvent.satisfied(access, access.getDescription())));
          }
        };
    noClasses().that().resideInAnyPackage(packages).should(condition).check(all);
  }

  /** By room, the packages that the "May import" line of its package-info allows. */
  private static Map<String, List<String>> walls() throws IOException {
    Path sources =
        Path.of(
            System.getProperty("gristmill.root"),
            "pipelines/src/main/java",
            ROOMS.replace('.', '/'));
    Map<String, List<String>> walls = new TreeMap<>();
    List<Path> rooms;
    try (Stream<Path> list = Files.list(sources)) {
      rooms = list.filter(Files::isDirectory).sorted().toList();
    }
    for (Path room : rooms) {
      String name = room.getFileName().toString();
      Matcher line =
          MAY_IMPORT.matcher(
              Files.readString(room.resolve("package-info.java"))
                  .replaceAll("\\s*\\n \\*(?!/)", " "));
      assertThat(line.find()).as("package-info of %s says what it may import", name).isTrue();
      List<String> allowed = new ArrayList<>(List.of(ROOMS + name));
      for (String word : line.group(1).replaceAll("\\{@code (\\w+)}", "$1").split(",\\s*", -1)) {
        String one = word.strip().replaceAll("\\s+", " ");
        List<String> packages = MEANINGS.get(one);
        if (packages == null) {
          assertThat(sources.resolve(one)).as("%s may import %s", name, one).isDirectory();
          packages = List.of(ROOMS + one);
        }
        allowed.addAll(packages);
      }
      walls.put(name, allowed);
    }
    return walls;
  }
}
