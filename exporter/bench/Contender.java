import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An exporter that can be started, under the name it has in the tables. */
record Contender(String name, List<String> command) {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final long POLL_NANOS = 500_000;
  private static final int LOG_TAIL_CHARS = 3_000;

  /**
   * A running one, with a connection to it.
   *
   * @param untilScrape from its exec to the end of its first scrape
   */
  record Running(
      Contender contender,
      Guardian guardian,
      long pid,
      Path log,
      ScrapeClient client,
      Duration untilScrape)
      implements AutoCloseable {
    ScrapeClient.Scrape scrape() throws IOException {
      try {
        return client.scrape();
      } catch (IOException e) {
        throw new IOException(
            "%s: %s; its log ends with%n%s"
                .formatted(contender.name, e.getMessage(), tail(Files.readString(log))),
            e);
      }
    }

    long cpuNanos() {
      return Libc.processCpuNanos(pid);
    }

    @Override
    public void close() throws IOException {
      client.close();
      guardian.close();
    }
  }

  /** Starts it on a free port of 127.0.0.1 and waits for its first complete scrape. */
  Running start(Path config, List<String> flags) throws IOException {
    int port = freePort();
    List<String> words = new ArrayList<>(command);
    words.addAll(
        List.of("-config.path", config.toString(), "-web.listen-address", "127.0.0.1:" + port));
    words.addAll(flags);
    Path log = Files.createTempFile("cost-" + name + "-", ".log");
    log.toFile().deleteOnExit();
    Guardian guardian = new Guardian(1, log, words);
    try {
      long start = System.nanoTime();
      long pid = guardian.start().getFirst();
      ScrapeClient client = connect(pid, port, start + START_LIMIT.toNanos());
      client.scrape();
      Duration untilScrape = Duration.ofNanos(System.nanoTime() - start);
      return new Running(this, guardian, pid, log, client, untilScrape);
    } catch (IOException e) {
      guardian.close();
      throw new IOException(
          "%s: %s%n%s".formatted(String.join(" ", words), e.getMessage(), Files.readString(log)),
          e);
    }
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - LOG_TAIL_CHARS));
  }

  private static ScrapeClient connect(long pid, int port, long deadline) throws IOException {
    while (true) {
      try {
        return new ScrapeClient(port);
      } catch (ConnectException e) {
        if (hasEnded(pid) || System.nanoTime() > deadline) throw e;
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }

  private static boolean hasEnded(long pid) throws IOException {
    return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }
}
