package ratelab.loadgen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import ratelab.loadgen.run.Loadgen;
import ratelab.loadgen.run.Terminal;

/** The program: standard streams, signals and exit code around {@link Loadgen}. */
public final class LoadgenMain {
  private LoadgenMain() {}

  public static void main(String[] args) throws InterruptedException {
    Terminal terminal = new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err), watched());
    System.exit(new Loadgen(terminal, new ProcessSignals(), version()).run(args));
  }

  /** hey's bars are not ASCII, and in a C locale the JDK's own stream would print them as '?'. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  private static String version() {
    String version = LoadgenMain.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "development");
  }

  /** Whether standard error is a terminal; the JDK tells that only of the other two streams. */
  private static boolean watched() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
