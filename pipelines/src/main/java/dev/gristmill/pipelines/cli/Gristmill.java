// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.recipe.RecipeException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The root command.
 *
 * <p>Exit codes: 0 ok, 1 failed, 2 bad usage or recipe, 3 over a limit under {@code --strict}, 4
 * too many bad records, 5 verification failed, 130 interrupted.
 */
@Command(
    name = "gristmill",
    description = "From a raw web crawl to packed, shuffled, masked token shards.",
    mixinStandardHelpOptions = true,
    versionProvider = Gristmill.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CommandLine.HelpCommand.class,
      RunCommand.class,
      PlanCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      ReportCommand.class,
      StatsCommand.class,
      ExtractCommand.class,
      HeuristicsCommand.class,
      UrlsCommand.class,
      LanguageCommand.class,
      ScoreCommand.class,
      DedupCommand.class,
      EmbedCommand.class,
      DecontaminateCommand.class,
      TokenizerCommand.class,
      PackCommand.class,
      MixCommand.class,
      ClassifierCommand.class,
      ClusterCommand.class,
      DoctorCommand.class
    })
public final class Gristmill {

  /** Exit code: something failed. */
  static final int FAILED = 1;

  /** Exit code: bad usage or recipe. */
  static final int USAGE = 2;

  /** Exit code: too many bad records. */
  static final int TOO_MANY_BAD = 4;

  /** Exit code: verification failed. */
  static final int NOT_VERIFIED = 5;

  private Gristmill() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs a command. */
  static int execute(String... args) {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new CommandLine(new Gristmill())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Gristmill::badUsage)
        .setExecutionExceptionHandler(Gristmill::failed)
        .execute(args);
  }

  private static int badUsage(CommandLine.ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    command
        .getErr()
        .println(
            "gristmill: "
                + problem.getMessage().lines().findFirst().orElse("bad usage")
                + suggestion(problem)
                + " (see '"
                + help(command)
                + "')");
    return USAGE;
  }

  /** What prints a command's help; {@code help} itself knows the first level only. */
  private static String help(CommandLine command) {
    if (command.getCommand() instanceof Gristmill) {
      return "gristmill help";
    }
    return command.getParent() != null && command.getParent().getParent() != null
        ? command.getCommandSpec().qualifiedName() + " --help"
        : "gristmill help " + command.getCommandName();
  }

  private static String suggestion(CommandLine.ParameterException problem) {
    if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
    return "";
  }

  /** What a user can mend is one line; a bug keeps its stack trace. */
  private static int failed(
      Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (problem instanceof RecipeException recipe) {
      recipe.problems().forEach(line -> err.println("gristmill: " + line));
      return USAGE;
    }
    Throwable cause = rootCause(problem);
    if (cause instanceof IllegalArgumentException && problem == cause) {
      err.println("gristmill: " + cause.getMessage());
      return USAGE;
    }
    if (cause instanceof IOException io) {
      err.println("gristmill: " + describe(io));
      return FAILED;
    }
    err.println(
        "gristmill: this is a bug, or a machine out of memory; please report it with this:");
    problem.printStackTrace(err);
    return FAILED;
  }

  /** The first I/O problem behind what an engine threw, else the innermost cause. */
  private static Throwable rootCause(Throwable problem) {
    Throwable at = problem;
    while (!(at instanceof IOException) && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  private static String describe(IOException problem) {
    if (problem instanceof NoSuchFileException || problem instanceof FileNotFoundException) {
      return "no such file: " + problem.getMessage();
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied: " + problem.getMessage();
    }
    if (problem instanceof FileSystemException) {
      return problem.getMessage();
    }
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }

  /** The version from the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Gristmill.class.getPackage().getImplementationVersion();
      return new String[] {"gristmill " + (version == null ? "(development build)" : version)};
    }
  }
}
