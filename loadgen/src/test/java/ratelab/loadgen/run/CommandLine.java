package ratelab.loadgen.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The program inside the test, started cold and without a terminal. */
final class CommandLine {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Runs a load to its end and returns the exit code. */
  int run(String... args) throws InterruptedException {
    return command(Stream.concat(Stream.of("--no-warmup"), Stream.of(args)).toArray(String[]::new));
  }

  /** Runs exactly these words. */
  int command(String... words) throws InterruptedException {
    Terminal terminal = new Terminal(utf8(out), utf8(err), false);
    return new Loadgen(terminal, (_, _) -> {}, "1.2").run(words);
  }

  private static PrintStream utf8(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
