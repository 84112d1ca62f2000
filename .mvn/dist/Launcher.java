import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a distribution's program without any environment but {@code javaOptions} for its JVM: no
 * PATH, no JAVA_HOME.
 *
 * @param log takes its stderr
 */
record Launcher(Path script, String javaOptions, Path log) {

  /** A started program. */
  record Started(Process process, BufferedReader out) {
    /** The first line it prints. */
    String line() throws IOException {
      String line = out.readLine();
      if (line == null) throw new IOException("the program ended without a word");
      return line;
    }

    /** Its exit code after it has ended by itself or by the caller's signal. */
    int await(long millis) throws IOException {
      try {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) return process.exitValue();
        throw new IOException("the program still runs after " + millis + " ms");
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  Started start(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(Path.of("/").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    if (!javaOptions.isEmpty()) builder.environment().put("RATELAB_JAVA_OPTS", javaOptions);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Started(
        process,
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
  }

  /** What it prints on stdout until it ends with status 0. */
  String output(String... arguments) throws IOException {
    Started started = start(arguments);
    StringBuilder output = new StringBuilder();
    for (String line = started.out.readLine(); line != null; line = started.out.readLine()) {
      output.append(line).append('\n');
    }
    int status = started.await(60_000);
    Exercise.require(
        status == 0, script + " " + String.join(" ", arguments) + " ended with " + status);
    return output.toString();
  }
}
