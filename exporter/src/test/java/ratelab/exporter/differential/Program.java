package ratelab.exporter.differential;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ratelab.exporter.RequiredTools;
import ratelab.exporter.differential.Configuration.Place;

/** An exporter that can be started: ours, or the reference. */
final class Program {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path JAR = Path.of("target/ratelab-exporter.jar").toAbsolutePath();
  private static final List<String> LEAN =
      List.of("-XX:+UseSerialGC", "-Xmx32m", "-Xss256k", "-XX:TieredStopAtLevel=1", "-jar");
  private static final List<String> WITHOUT_RIGHTS =
      List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--");
  private static final int DEADLINE_SECONDS = 10;
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final String name;
  private final Path executable;
  private final List<String> arguments;

  private Program(String name, Path executable, List<String> arguments) {
    this.name = name;
    this.executable = executable;
    this.arguments = arguments;
  }

  static Program ours() {
    List<String> arguments = new ArrayList<>(LEAN);
    arguments.add(JAR.toString());
    return new Program("observer-ours", JAVA, arguments);
  }

  /** Debian's process-exporter; without it the calling test is skipped, or fails. */
  static Program reference() {
    String debian = "prometheus-process-exporter";
    return new Program("observer-reference", RequiredTools.locate(debian, debian), List.of());
  }

  /** Starts it; the caller waits until it is ready. */
  Observer start(Configuration configuration, Zoo zoo, HttpClient client) throws IOException {
    String id = name + "-" + STARTED.incrementAndGet();
    int port = freePort();
    List<String> command = command(configuration, zoo, port);
    Path log = zoo.directory().resolve(id + ".log");
    Observer.Life life =
        switch (configuration.place()) {
          case INSIDE, UNPRIVILEGED -> new Inside(zoo, zoo.start(id, command));
          case AT_THE_FENCE, ELSEWHERE -> new Outside(outside(command, log, zoo));
        };
    return new Observer(id + " of " + configuration, log, port, client, life);
  }

  private record Inside(Zoo zoo, int pid) implements Observer.Life {
    @Override
    public boolean lasts() {
      return !zoo.status(pid).map(status -> status.contains("State:\tZ")).orElse(true);
    }

    @Override
    public void end() throws IOException {
      zoo.end(pid, "KILL");
    }
  }

  private record Outside(Process guard) implements Observer.Life {
    @Override
    public int pid() {
      throw new UnsupportedOperationException("only its guard knows it");
    }

    @Override
    public boolean lasts() {
      return guard.isAlive();
    }

    @Override
    public void end() throws IOException {
      guard.outputWriter().close();
      guard.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  /** Started under a link, so that its command name tells it from the animals. */
  private List<String> command(Configuration configuration, Zoo zoo, int port) throws IOException {
    Path link = zoo.directory().resolve("bin").resolve(name);
    if (!Files.exists(link)) Files.createSymbolicLink(link, executable);
    List<String> command = new ArrayList<>();
    if (configuration.place() == Place.UNPRIVILEGED) command.addAll(WITHOUT_RIGHTS);
    command.add(link.toString());
    command.addAll(arguments);
    command.add("-web.listen-address=127.0.0.1:" + port);
    if (!configuration.file().isEmpty()) {
      command.add("-config.path=" + file(configuration.file(), zoo.directory()));
    }
    if (configuration.place() == Place.AT_THE_FENCE) command.add("-procfs=" + zoo.procfs());
    command.addAll(configuration.flags());
    return command;
  }

  private static Path file(String name, Path directory) throws IOException {
    Path file = directory.resolve(name);
    if (Files.exists(file)) return file;
    try (InputStream resource = Program.class.getResourceAsStream("configurations/" + name)) {
      if (resource == null) throw new IOException("no resource configurations/" + name);
      Files.copy(resource, file);
    }
    return file;
  }

  /** No namespace ends it, so a guard does. */
  private static Process outside(List<String> command, Path log, Zoo zoo) throws IOException {
    List<String> guarded = new ArrayList<>(List.of("bash"));
    guarded.add(zoo.directory().resolve("guarded.sh").toString());
    guarded.addAll(command);
    return new ProcessBuilder(guarded)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
