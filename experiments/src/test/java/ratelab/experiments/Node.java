package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs plain scripts in Node.
 *
 * @param executable the program
 * @param directory where scripts and outputs are put
 */
public record Node(Path executable, Path directory) {
  private static final int DEADLINE_SECONDS = 120;

  /** Finds Node, or ends the calling test as skipped or failed. */
  public static Node locate(Path directory) {
    return new Node(RequiredTools.locate("node", "node"), directory);
  }

  /** Runs a script to its end and returns the lines it printed. */
  public List<String> run(String script, Path... arguments)
      throws IOException, InterruptedException {
    return start(List.of(), script, arguments);
  }

  /** Checks a script's syntax without running it. */
  public void check(String script) throws IOException, InterruptedException {
    start(List.of("--check"), script);
  }

  private List<String> start(List<String> options, String script, Path... arguments)
      throws IOException, InterruptedException {
    Path file = Files.writeString(Files.createTempFile(directory, "script", ".js"), script);
    Path output = Files.createTempFile(directory, "output", ".txt");
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(options);
    command.add(file.toString());
    List.of(arguments).forEach(a -> command.add(a.toString()));
    Process node =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(node.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
          .as("node ended within %s s", DEADLINE_SECONDS)
          .isTrue();
    } finally {
      node.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output);
    assertThat(node.exitValue()).as("node's exit code; it said: %s", lines).isZero();
    return lines;
  }
}
