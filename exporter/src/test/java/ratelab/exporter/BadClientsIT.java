package ratelab.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.http.Crowd;

/** The exporter with the memory that its README recommends, beset by every kind of bad client. */
@Timeout(180)
class BadClientsIT {
  private static final Path JAR = Path.of("target/ratelab-exporter.jar");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx32m", "-Xss256k", "-XX:TieredStopAtLevel=1");
  private static final String PASSWORD = "alice:wonderland";
  private static final String AUTHORIZATION =
      "Authorization: Basic " + Base64.getEncoder().encodeToString(PASSWORD.getBytes(UTF_8));
  private static final String GET =
      "GET /metrics HTTP/1.1\r\nHost: x\r\n" + AUTHORIZATION + "\r\n\r\n";

  /** Longer than the limits for idle connections and half requests, twice. */
  private static final Duration SIEGE = Duration.ofSeconds(14);

  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final long MIB = 1 << 20;

  @TempDir Path directory;

  @Test
  void a_scrape_is_answered_within_a_second_memory_stays_flat_and_sigterm_ends_it()
      throws Exception {
    Process exporter = start();
    try {
      URI url = URI.create(exporter.inputReader().readLine().substring("listening on ".length()));
      try (Crowd crowd = new Crowd(new InetSocketAddress(url.getHost(), url.getPort()))) {
        fill(crowd);
        scrapesFor(SIEGE.dividedBy(2), url); // its heap and its code grow to their size
        long before = residentBytes(exporter);
        List<Duration> latencies = scrapesFor(SIEGE, url);
        assertThat(latencies).hasSizeGreaterThan(20);
        assertThat(latencies.stream().max(Comparator.naturalOrder()).orElseThrow())
            .isLessThan(LIMIT);
        assertThat(residentBytes(exporter) - before).isLessThan(16 * MIB);
        long asked = System.nanoTime();
        exporter.toHandle().destroy();
        assertThat(exporter.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(LIMIT);
        assertThat(exporter.exitValue()).isZero();
        assertThat(Files.readString(log())).doesNotContain("\tat ", "SEVERE");
      }
    } finally {
      exporter.destroyForcibly();
    }
  }

  private static void fill(Crowd crowd) {
    crowd.add(20, BadClientsIT::scrape);
    crowd.add(200, Crowd::untilClosed);
    crowd.add(25, socket -> sendAndWait(socket, "GET /metrics HTTP/1.1\r\nX: "));
    crowd.add(25, socket -> sendAndWait(socket, "G"));
    crowd.add(1, BadClientsIT::readSlowly);
    crowd.add(2, socket -> sendAndWait(socket, "X".repeat(1 << 20)));
    crowd.add(2, socket -> sendAndWait(socket, "BREW / HTTP/1.1\r\n\r\n"));
    crowd.add(2, socket -> sendAndWait(socket, "\r\n\r\nnonsense\r\n\r\n"));
  }

  private static void sendAndWait(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
    Crowd.untilClosed(socket);
  }

  private static void scrape(Socket socket) throws IOException {
    sendAndWait(socket, GET.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
  }

  private static void readSlowly(Socket socket) throws IOException {
    socket.getOutputStream().write(GET.getBytes(UTF_8));
    while (socket.getInputStream().read() >= 0) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  /** Scrapes as Prometheus does, on a kept connection, and as curl does, on a new one. */
  private static List<Duration> scrapesFor(Duration duration, URI url) throws Exception {
    List<Duration> latencies = new ArrayList<>();
    long end = System.nanoTime() + duration.toNanos();
    try (HttpClient kept = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end) {
        latencies.add(scrape(kept, url));
        try (HttpClient fresh = HttpClient.newHttpClient()) {
          latencies.add(scrape(fresh, url));
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
    return latencies;
  }

  private static Duration scrape(HttpClient client, URI url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(10))
            .headers(AUTHORIZATION.split(": "))
            .build();
    long started = System.nanoTime();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    Duration latency = Duration.ofNanos(System.nanoTime() - started);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("namedprocess_namegroup_num_procs{groupname=\"java\"}");
    return latency;
  }

  private static long residentBytes(Process process) throws IOException {
    String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    String line = status.lines().filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
  }

  private Path log() {
    return directory.resolve("log");
  }

  private Process start() throws IOException {
    Path groups = directory.resolve("groups.yml");
    Files.writeString(groups, "process_names: [{name: '{{.Comm}}', cmdline: ['.+']}]");
    Path web = directory.resolve("web.yml");
    String users =
        "basic_auth_users: {alice: $2b$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG}\n";
    Files.writeString(web, users);
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "-jar",
            JAR.toString(),
            "-config.path=" + groups,
            "-web.config.file=" + web,
            "-web.listen-address=127.0.0.1:0"));
    return new ProcessBuilder(command).redirectError(log().toFile()).start();
  }
}
