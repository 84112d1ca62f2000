package ratelab.experiments.lab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

/** Measures the service time by a few requests, one after the other, before the load. */
public final class Calibration {
  /** The header by which target and load know a request. */
  static final String ID_HEADER = "X-Ratelab-Id";

  /** What the ids of its requests begin with; those of the load are numbers. */
  static final String ID_PREFIX = "calibration-";

  /** How many requests it sends. */
  static final int REQUESTS = 3;

  /** How many requests warm the target up: the first ones of a fresh process take longer. */
  static final int WARM_UP_REQUESTS = 2;

  private static final String WARM_UP = "warm-up-";
  private static final int HTTP_OK = 200;

  private final URI url;
  private final Duration timeout;
  private final RunWatch watch;

  /**
   * @param timeout for one request
   */
  public Calibration(URI url, Duration timeout, RunWatch watch) {
    this.url = url;
    this.timeout = timeout;
    this.watch = watch;
  }

  /** Whether an id is that of a request that counts, and none that only warms the target up. */
  static boolean counts(String id) {
    return id.startsWith(ID_PREFIX) && !id.startsWith(ID_PREFIX + WARM_UP);
  }

  /** What became of one request. */
  private record Answer(int status, Duration serviceTime) {}

  /** Sends the requests that warm the target up. */
  void warmUp() {
    send(WARM_UP, WARM_UP_REQUESTS);
  }

  /**
   * Sends the requests that count and returns how long each took.
   *
   * @throws LabException if one is not answered with 200 in time
   */
  public List<Duration> measure() {
    return send("", REQUESTS);
  }

  private List<Duration> send(String kind, int count) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      return IntStream.rangeClosed(1, count)
          .mapToObj(number -> measure(client, ID_PREFIX + kind + number))
          .toList();
    } finally {
      client.shutdownNow();
    }
  }

  private Duration measure(HttpClient client, String id) {
    CompletableFuture<Answer> answer = send(client, id);
    String what = "the answer to request " + id;
    watch.until(
        what, timeout, () -> answer.isDone() ? new Seen<>(true) : new NotYet<>("none came"));
    try {
      Answer done = answer.join();
      if (done.status() == HTTP_OK) {
        return done.serviceTime();
      }
      throw new LabException(
          "%s was status %d instead of 200; the target's log may say why"
              .formatted(what, done.status()));
    } catch (CompletionException e) {
      throw new LabException(
          "%s did not come from %s: %s; the target's log may say why"
              .formatted(what, url, e.getCause()),
          e);
    }
  }

  private CompletableFuture<Answer> send(HttpClient client, String id) {
    HttpRequest request = HttpRequest.newBuilder(url).header(ID_HEADER, id).build();
    long start = System.nanoTime();
    return client
        .sendAsync(request, BodyHandlers.discarding())
        .thenApply(
            response ->
                new Answer(response.statusCode(), Duration.ofNanos(System.nanoTime() - start)));
  }
}
