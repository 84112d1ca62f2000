package ratelab.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.loadgen.server.Certificates;

/** HTTP/2 against a real nginx. */
@Timeout(120)
final class Http2IT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @TempDir private Path directory;
  private int tlsPort;
  private int plainPort;
  private Certificates certificates;
  private Process nginx;

  @BeforeEach
  void start() throws Exception {
    Path program = RealTools.find("nginx");
    tlsPort = freePort();
    plainPort = freePort();
    certificates = Certificates.make(directory, "nginx", "ip:127.0.0.1");
    Path configuration =
        Files.writeString(
            directory.resolve("nginx.conf"),
            """
            daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;
            events { worker_connections 256; }
            http {
              access_log %1$s/access.log;
              client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
              uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
              server {
                listen 127.0.0.1:%2$d ssl http2;
                listen 127.0.0.1:%3$d http2;
                ssl_certificate %4$s;
                ssl_certificate_key %5$s;
                location / { return 200 "$server_protocol"; }
              }
            }
            """
                .formatted(
                    directory, tlsPort, plainPort, certificates.certificate(), certificates.key()));
    nginx =
        new ProcessBuilder(
                program.toString(), "-c", configuration.toString(), "-p", directory + "/")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.out").toFile())
            .start();
    awaitListening(plainPort);
  }

  @AfterEach
  void stop() {
    nginx.destroy();
  }

  @Test
  void over_tls_all_workers_share_connections() throws Exception {
    String out =
        run(
            "-h2",
            "--cacert",
            certificates.certificate().toString(),
            "https://127.0.0.1:" + tlsPort);

    assertThat(out).contains("  [200]\t200 responses\n").contains("  Engine:\tokhttp, h2\n");
    assertThat(accessLog()).hasSize(200).allMatch(line -> line.contains("HTTP/2.0"));
  }

  @Test
  void without_tls_the_server_has_to_expect_it() throws Exception {
    String out = run("--h2c", "http://127.0.0.1:" + plainPort);

    assertThat(out).contains("  [200]\t200 responses\n").contains("  Engine:\tokhttp, h2c\n");
  }

  @Test
  void by_default_http_1_1_is_spoken_even_to_a_server_that_could_do_more() throws Exception {
    String out = run("--insecure", "https://127.0.0.1:" + tlsPort);

    assertThat(out).contains("  Engine:\tokhttp, http/1.1\n");
  }

  private String run(String... args) throws Exception {
    String[] all = new String[args.length + 3];
    System.arraycopy(new String[] {"--no-warmup", "-c", "8"}, 0, all, 0, 3);
    System.arraycopy(args, 0, all, 3, args.length);
    try (LoadgenProcess loadgen = new LoadgenProcess(directory, all)) {
      assertThat(loadgen.exitCode(DEADLINE)).isZero();
      return loadgen.out();
    }
  }

  private List<String> accessLog() throws IOException {
    return Files.readAllLines(directory.resolve("access.log"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening(int port) throws IOException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() < deadline && nginx.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("nginx: " + Files.readString(directory.resolve("nginx.out")));
  }
}
