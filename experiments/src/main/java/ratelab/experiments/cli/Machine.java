package ratelab.experiments.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ratelab.experiments.lab.HostCommand;
import ratelab.experiments.lab.Runtimes;

/** Looks for what the lab can use. */
final class Machine {
  private static final long ANSWER_SECONDS = 10;

  private Machine() {}

  static List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding("java", true, Runtime.version() + " at " + System.getProperty("java.home")));
    findings.add(proc());
    findings.add(
        new Finding("cpus", true, Runtime.getRuntime().availableProcessors() + " processors"));
    Tool.ALL.forEach(tool -> findings.add(examine(tool)));
    findings.add(express());
    return findings;
  }

  /** A library, and no program. */
  private static Finding express() {
    return Runtimes.express()
        .map(library -> new Finding("express", true, library.toString()))
        .orElseGet(
            () ->
                new Finding(
                    "express",
                    false,
                    "adds lab run --target express: the original's own library; get it: apt install"
                        + " node-express"));
  }

  private static Finding proc() {
    return Files.isReadable(Path.of("/proc/self/stat"))
        ? new Finding("/proc", true, "readable: lab run works with processes on this machine")
        : new Finding(
            "/proc",
            false,
            "lab run needs Linux's /proc; lab run --lab simulated and lab replay work without it");
  }

  private static Finding examine(Tool tool) {
    return tool.programs().stream()
        .flatMap(name -> HostCommand.onPath(name).stream())
        .findFirst()
        .map(path -> new Finding(tool.name(), true, path + version(path, tool.version())))
        .orElseGet(
            () ->
                new Finding(
                    tool.name(),
                    false,
                    "adds %s; get it: %s".formatted(tool.adds(), tool.remedy())));
  }

  private static String version(Path program, List<String> arguments) {
    if (arguments.isEmpty()) {
      return "";
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return " (does not answer " + String.join(" ", arguments) + ")";
      }
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().map(line -> "  " + line).orElse("");
    } catch (IOException e) {
      return " (cannot be started: " + e.getMessage() + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
