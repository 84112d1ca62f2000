package ratelab.loadgen.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Request;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RowFormat;
import ratelab.loadgen.record.RowWriter;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.server.Exchange;
import ratelab.loadgen.server.LoopbackServer;

/**
 * Servers that break every rule. The length of each good body is computed from the number of its
 * request, so a response that was taken for that of another request shows in the bytes; and what is
 * left behind a response is another complete response, with a status that no request may get.
 */
@Timeout(120)
final class HostileServerTest {
  private static final long REQUESTS = 1_500;
  private static final int WORKERS = 25;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Far above the timeout, because machines that test are busy; a hang would be for ever. */
  private static final Duration HUNG = Duration.ofSeconds(30);

  private static final String FORGED = "HTTP/1.1 299 Forged\r\nContent-Length: 3\r\n\r\nbad";

  /** How the server treats a request. */
  private enum Treatment {
    PLAIN(Outcome.OK),
    CHUNKED(Outcome.OK),
    BOTH_FRAMINGS(Outcome.OK),
    UNTIL_CLOSE(Outcome.OK),
    CLOSING(Outcome.OK),
    AFTER_INTERIM(Outcome.OK),
    HTTP_1_0(Outcome.OK),
    TRAILED_BY_FORGERY(Outcome.OK),
    CHUNKED_TRAILED_BY_FORGERY(Outcome.OK),
    NO_HTTP(Outcome.PROTOCOL),
    RANDOM_BYTES(Outcome.PROTOCOL),
    BAD_CHUNK_SIZE(Outcome.PROTOCOL),
    TWO_LENGTHS(Outcome.PROTOCOL),
    ENDLESS_HEAD(Outcome.PROTOCOL),
    ENDLESS_INTERIM(Outcome.PROTOCOL),
    RESET(Outcome.RESET),
    CLOSED(Outcome.RESET),
    HALF_HEAD(Outcome.RESET),
    HALF_BODY(Outcome.TRUNCATED),
    RESET_IN_BODY(Outcome.TRUNCATED),
    HALF_CHUNK(Outcome.TRUNCATED),
    SILENT(Outcome.TIMEOUT_RESPONSE),
    STALLED_BODY(Outcome.TIMEOUT_BODY),
    TRICKLE(Outcome.TIMEOUT_BODY);

    private final Outcome outcome;

    Treatment(Outcome outcome) {
      this.outcome = outcome;
    }
  }

  /** What became of one request. */
  private record Ended(Outcome outcome, int status, long bytes, Duration took) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_request_gets_its_own_answer_or_its_own_error_in_time(long seed) throws Exception {
    Map<Long, Ended> ended = new ConcurrentHashMap<>();
    Totals totals;
    try (LoopbackServer server = new LoopbackServer(exchange -> serve(exchange, seed))) {
      totals = load(server, ended);
    }

    assertThat(ended).hasSize((int) REQUESTS);
    Map<Outcome, Long> expected = new EnumMap<>(Outcome.class);
    ended.forEach(
        (id, actual) -> {
          Treatment treatment = treatment(seed, id);
          expected.merge(treatment.outcome, 1L, Long::sum);
          check(id, treatment, actual);
        });
    assertThat(totals.outcomes()).isEqualTo(expected);
    assertThat(totals.statuses().keySet()).containsExactly(200);
  }

  private static void check(long id, Treatment treatment, Ended actual) {
    String what = treatment + ", request " + id + ": " + actual;
    assertThat(actual.outcome()).as(what).isEqualTo(treatment.outcome);
    assertThat(actual.took()).as(what).isLessThan(HUNG);
    if (treatment.outcome == Outcome.OK) {
      assertThat(actual.status()).as(what).isEqualTo(200);
      assertThat(actual.bytes()).as(what).isEqualTo(length(id));
    }
  }

  private static Totals load(LoopbackServer server, Map<Long, Ended> ended) throws Exception {
    ExchangeSettings settings =
        new ExchangeSettings(
            RequestSource.always(new Request.Builder().url(server.url("/")).build()),
            Optional.of("X-Id"),
            TIMEOUT,
            true,
            Access.DIRECT);
    Schedule schedule = Schedule.closed(WORKERS, new Limit.Requests(REQUESTS));
    Recorder recorder =
        new Recorder(WORKERS, List.of(new RowWriter(collector(ended), new StringWriter())));
    try (WireEngine engine = new WireEngine(schedule, settings, recorder, new RunClock())) {
      engine.drive();
      return recorder.totals();
    }
  }

  private static RowFormat collector(Map<Long, Ended> ended) {
    return new RowFormat() {
      @Override
      public String head() {
        return "";
      }

      @Override
      public void append(StringBuilder text, Attempt attempt) {
        Ended before =
            ended.put(
                attempt.id(),
                new Ended(
                    attempt.outcome(),
                    attempt.status(),
                    attempt.bytes(),
                    Duration.ofNanos(attempt.serviceNanos())));
        assertThat(before).as("request %d ends once", attempt.id()).isNull();
      }
    };
  }

  private static Treatment treatment(long seed, long id) {
    Treatment[] all = Treatment.values();
    Treatment drawn = all[random(seed, id).nextInt(all.length)];
    // Those that wait for the timeout are kept rare, for the sake of the test's own time.
    boolean waits = drawn.outcome.isTimeout();
    return waits && id % 4 != 0 ? Treatment.PLAIN : drawn;
  }

  private static Random random(long seed, long id) {
    Random random = new Random(seed * 1_000_003 + id);
    random.nextLong();
    return random;
  }

  private static int length(long id) {
    return (int) (1 + id * 7 % 5_000);
  }

  private static void serve(Exchange exchange, long seed) throws IOException {
    long id = Long.parseLong(exchange.head().replaceAll("(?s).*X-Id: (\\d+).*", "$1"));
    Random random = random(seed, id);
    Treatment treatment = treatment(seed, id);
    String body = "b".repeat(length(id));
    String lengthLine = "Content-Length: " + body.length() + "\r\n";
    String ok = "HTTP/1.1 200 OK\r\n";
    String chunkedLine = "Transfer-Encoding: chunked\r\n";
    switch (treatment) {
      case PLAIN -> split(exchange, random, ok + lengthLine + "\r\n" + body);
      case CHUNKED -> split(exchange, random, ok + chunkedLine + "\r\n" + chunks(body, random));
      case BOTH_FRAMINGS ->
          split(
              exchange,
              random,
              ok + "Content-Length: 1\r\n" + chunkedLine + "\r\n" + chunks(body, random));
      case UNTIL_CLOSE -> {
        split(exchange, random, ok + "\r\n" + body);
        exchange.close();
      }
      case CLOSING -> {
        split(exchange, random, ok + "Connection: close\r\n" + lengthLine + "\r\n" + body);
        exchange.close();
      }
      case AFTER_INTERIM ->
          split(
              exchange,
              random,
              "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                  + ok
                  + lengthLine
                  + "\r\n"
                  + body);
      case HTTP_1_0 -> {
        split(exchange, random, "HTTP/1.0 200 OK\r\n" + lengthLine + "\r\n" + body);
        exchange.close();
      }
      case TRAILED_BY_FORGERY -> exchange.write(ok + lengthLine + "\r\n" + body + FORGED);
      case CHUNKED_TRAILED_BY_FORGERY ->
          exchange.write(ok + chunkedLine + "\r\n" + chunks(body, random) + FORGED);
      case NO_HTTP -> split(exchange, random, "SSH-2.0-OpenSSH_9.2\r\n" + FORGED);
      case RANDOM_BYTES -> {
        byte[] bytes = new byte[200];
        random.nextBytes(bytes);
        bytes[100] = '\n';
        exchange.socket().getOutputStream().write(bytes);
      }
      case BAD_CHUNK_SIZE -> split(exchange, random, ok + chunkedLine + "\r\nxyz\r\n" + FORGED);
      case TWO_LENGTHS ->
          split(exchange, random, ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab" + FORGED);
      case ENDLESS_HEAD -> endless(exchange, ok, "X-Filler: " + "x".repeat(2_000) + "\r\n");
      case ENDLESS_INTERIM -> endless(exchange, "", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(50));
      case RESET -> exchange.reset();
      case CLOSED -> exchange.close();
      case HALF_HEAD -> {
        exchange.write(ok + "Content-Le");
        exchange.close();
      }
      case HALF_BODY -> {
        exchange.write(ok + lengthLine + "\r\n" + body.substring(1));
        exchange.close();
      }
      case RESET_IN_BODY -> {
        exchange.write(ok + lengthLine + "\r\n");
        // The head must be read before the reset sweeps it away.
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        exchange.reset();
      }
      case HALF_CHUNK -> {
        exchange.write(ok + chunkedLine + "\r\n5\r\nhel");
        exchange.close();
      }
      case SILENT -> {
        // Never answered.
      }
      case STALLED_BODY -> exchange.write(ok + lengthLine + "\r\n" + body.substring(1));
      case TRICKLE -> {
        exchange.write(ok + "Content-Length: 100000\r\n\r\n");
        exchange.trickle(body.repeat(100_000 / body.length()), Duration.ofMillis(5));
      }
    }
  }

  private static void endless(Exchange exchange, String start, String repeated) throws IOException {
    exchange.write(start);
    while (true) {
      exchange.write(repeated);
    }
  }

  /** In up to four pieces, so that every part of a response is cut somewhere in some run. */
  private static void split(Exchange exchange, Random random, String text) throws IOException {
    int from = 0;
    for (int i = 0; i < 3 && from < text.length(); i++) {
      int to = from + random.nextInt(text.length() - from);
      exchange.write(text.substring(from, to));
      Thread.onSpinWait();
      from = to;
    }
    exchange.write(text.substring(from));
  }

  private static String chunks(String body, Random random) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < body.length()) {
      int to = Math.min(body.length(), from + 1 + random.nextInt(2_000));
      text.append(Integer.toHexString(to - from)).append(random.nextBoolean() ? "" : ";ext=1");
      text.append("\r\n").append(body, from, to).append("\r\n");
      from = to;
    }
    return text.append(random.nextBoolean() ? "0\r\n\r\n" : "0\r\nX-Trailer: 1\r\n\r\n").toString();
  }
}
