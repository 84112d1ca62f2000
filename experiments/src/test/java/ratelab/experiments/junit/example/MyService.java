package ratelab.experiments.junit.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Somebody's service: each request costs 50 ms of CPU, and ends with a line in the access log. */
public final class MyService {
  private static final long CPU_NANOS = 50_000_000;

  /** What the one thread that serves may have spent, HTTP included. */
  private static long budgetNanos;

  private MyService() {}

  /**
   * Serves until it is ended.
   *
   * @param args the port, and where the access log goes
   */
  public static void main(String[] args) throws IOException {
    Path log = Path.of(args[1]);
    Files.writeString(log, "");
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", exchange -> answer(exchange, log));
    server.start();
  }

  private static void answer(HttpExchange exchange, Path log) throws IOException {
    long start = System.nanoTime();
    burn();
    String line =
        "%.3f %.3f %s%n"
            .formatted(
                System.currentTimeMillis() / 1000.0,
                (System.nanoTime() - start) / 1e9,
                exchange.getRequestHeaders().getFirst("X-Ratelab-Id"));
    Files.writeString(log, line, StandardOpenOption.APPEND);
    byte[] body = "done".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void burn() {
    var threads = ManagementFactory.getThreadMXBean();
    budgetNanos += CPU_NANOS;
    while (threads.getCurrentThreadCpuTime() < budgetNanos) {
      Thread.onSpinWait();
    }
  }
}
