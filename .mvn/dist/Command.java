import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs a program to its end. */
final class Command {
  private Command() {}

  /**
   * What it prints.
   *
   * @throws IOException with its output if it fails
   */
  static String run(String... words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() == 0) return output;
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
    throw new IOException(String.join(" ", words) + " failed:\n" + output);
  }
}
