package ratelab.experiments.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks for what the lab can use. */
final class Machine {
  private static final long ANSWER_SECONDS = 10;

  /** A program that the lab can use but does not need. */
  private record Tool(String name, String versionFlag, String adds, String remedy) {}

  private static final List<Tool> TOOLS =
      List.of(
          new Tool(
              "setsid",
              "--version",
              "lab run: without it the lab starts no processes",
              "apt install util-linux"),
          new Tool(
              "node",
              "--version",
              "lab run seed --target node: the original's own runtime",
              "apt install nodejs"),
          new Tool(
              "prometheus",
              "--version",
              "a real Prometheus beside the lab's scraper, compared bit for bit",
              "apt install prometheus, or unpack a release and give its path to --prometheus"),
          new Tool(
              "docker",
              "--version",
              "lab run --lab docker: the same in containers, if an engine runs",
              "apt install docker.io"),
          new Tool(
              "promtool",
              "--version",
              "tests of the rate model against Prometheus' own evaluation",
              "comes with prometheus"),
          new Tool(
              "hey", "", "tests of our load generator beside the original one", "apt install hey"),
          new Tool(
              "chromium",
              "--version",
              "tests of the report in a real browser",
              "apt install chromium"));

  private Machine() {}

  static List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding("java", true, Runtime.version() + " at " + System.getProperty("java.home")));
    findings.add(proc());
    findings.add(
        new Finding("cpus", true, Runtime.getRuntime().availableProcessors() + " processors"));
    TOOLS.forEach(tool -> findings.add(examine(tool)));
    return findings;
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
    return onPath(tool.name())
        .map(path -> new Finding(tool.name(), true, path + version(path, tool.versionFlag())))
        .orElseGet(
            () ->
                new Finding(
                    tool.name(),
                    false,
                    "adds %s; get it: %s".formatted(tool.adds(), tool.remedy())));
  }

  private static Optional<Path> onPath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String version(Path program, String flag) {
    if (flag.isEmpty()) {
      return "";
    }
    try {
      Process process =
          new ProcessBuilder(program.toString(), flag).redirectError(Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return " (does not answer " + flag + ")";
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
