package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.loadgen.server.Exchange;
import ratelab.loadgen.server.LoopbackServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reported times against those that the server itself has written down. */
@Timeout(120)
final class HonestNumbersTest {
  private static final long MILLI = 1_000_000;

  private final CommandLine loadgen = new CommandLine();
  private final Queue<Served> log = new ConcurrentLinkedQueue<>();
  @TempDir private Path directory;

  /** One request in the server's log, on the clock of the JVM that both share. */
  private record Served(long arrivedNanos, long answeredNanos) {
    long nanos() {
      return answeredNanos - arrivedNanos;
    }
  }

  /**
   * Four workers are caught by the stall; the 400 requests that fall due meanwhile wait to be sent.
   * Of 2000 that is a fifth of the response times and a five hundredth of the service times.
   */
  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void a_stall_of_two_seconds_shows_in_response_times_and_hides_in_service_times(String engine)
      throws Exception {
    int rate = 200;
    try (LoopbackServer server = stalling(4_000 * MILLI, 2_000 * MILLI)) {
      loadgen.run(
          "--engine",
          engine,
          "--rate",
          "" + rate,
          "-z",
          "10s",
          "-c",
          "4",
          "-o",
          "json",
          "--grace",
          "10s",
          server.url("/"));
    }
    JsonNode json = JsonMapper.shared().readTree(loadgen.out());
    long service = json.get("serviceTimeNanos").get("p99").asLong();
    long response = json.get("responseTimeNanos").get("p99").asLong();
    // A machine that pauses at the very end leaves turns that nobody took; they are not forgotten.
    assertThat(json.get("sent").asLong() + json.get("missedTurns").asLong()).isEqualTo(2_000);
    assertThat(json.get("sent").asLong()).isGreaterThan(1_900);
    assertThat(json.get("lateSends").asLong()).isGreaterThan(350);
    assertThat(service).isLessThan(500 * MILLI);
    assertThat(response).isGreaterThan(1_500 * MILLI);

    List<Served> served = inOrderOfArrival();
    long[] services = served.stream().mapToLong(Served::nanos).toArray();
    assertThat((double) service).isGreaterThan(percentile(services, 99) * 0.998);
    // When the first request came late, so seem all the due times that are reckoned from it.
    assertThat(response).isCloseTo(percentile(responses(served, rate), 99), within(500 * MILLI));
  }

  /** The n-th to arrive was due n - 1 gaps after the first: requests are sent in their order. */
  private static long[] responses(List<Served> served, int rate) {
    long[] responses = new long[served.size()];
    for (int i = 0; i < responses.length; i++) {
      long due = served.getFirst().arrivedNanos() + i * (1_000 * MILLI / rate);
      responses[i] = served.get(i).answeredNanos() - due;
    }
    return responses;
  }

  /**
   * The attempts' own file gives the same percentiles but for the histogram's precision. The server
   * cannot know how long a request was under way or waited for a processor, so its own times are
   * what the reported ones cannot be below, and near to in the middle of the distribution.
   */
  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void percentiles_of_a_known_distribution_are_those_of_the_rows_and_not_below_the_servers(
      String engine) throws Exception {
    Path file = directory.resolve("attempts.csv");
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              long arrived = System.nanoTime();
              // 10 to 109 ms in steps of one, in an order without a pattern.
              pause((10 + exchange.number() * 37 % 100) * MILLI);
              answer(exchange, arrived);
            })) {
      loadgen.run(
          "--engine",
          engine,
          "-n",
          "1000",
          "-c",
          "20",
          "-o",
          "json",
          "--record",
          file.toString(),
          server.url("/"));
    }
    JsonNode times = JsonMapper.shared().readTree(loadgen.out()).get("serviceTimeNanos");
    long[] rows = serviceTimes(file);
    long[] served = log.stream().mapToLong(Served::nanos).toArray();
    assertThat(times.get("count").asLong()).isEqualTo(1_000);
    assertThat(rows).hasSize(1_000);
    for (String name : List.of("p50", "p90", "p95", "p99")) {
      double percent = Double.parseDouble(name.substring(1));
      double reported = times.get(name).asLong();
      double recorded = percentile(rows, percent);
      assertThat(reported).as(name).isCloseTo(recorded, within(0.002 * recorded));
      assertThat(reported).as(name).isGreaterThan(percentile(served, percent) * 0.998);
    }
    double median = percentile(served, 50);
    assertThat((double) times.get("p50").asLong()).isCloseTo(median, within(0.5 * median));
  }

  /** In the file's precision, which is a microsecond for both ends. */
  private static long[] serviceTimes(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(2)
        .map(row -> row.split(",", -1))
        .mapToLong(
            cells ->
                new BigDecimal(cells[4])
                    .subtract(new BigDecimal(cells[3]))
                    .movePointRight(6)
                    .longValueExact())
        .toArray();
  }

  private LoopbackServer stalling(long afterNanos, long lengthNanos) throws IOException {
    CountDownLatch begun = new CountDownLatch(1);
    long[] start = new long[1];
    return new LoopbackServer(
        exchange -> {
          long arrived = System.nanoTime();
          synchronized (start) {
            if (begun.getCount() > 0) {
              start[0] = arrived;
              begun.countDown();
            }
          }
          long into = arrived - start[0] - afterNanos;
          if (into >= 0 && into < lengthNanos) {
            pause(lengthNanos - into);
          }
          answer(exchange, arrived);
        });
  }

  private void answer(Exchange exchange, long arrivedNanos) throws IOException {
    // Logged before the client can have it, so no logged time is longer than the client's own.
    log.add(new Served(arrivedNanos, System.nanoTime()));
    exchange.answer("200 OK", "Hello");
  }

  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private List<Served> inOrderOfArrival() {
    List<Served> served = new ArrayList<>(log);
    served.sort(Comparator.comparingLong(Served::arrivedNanos));
    return served;
  }

  /** By nearest rank. */
  private static long percentile(long[] values, double percent) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }
}
