package ratelab.exporter.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import ratelab.exporter.Await;

/** An exporter that runs: one of the two that are compared. */
final class Observer implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration START = Duration.ofSeconds(60); // many start at once

  private final String name;
  private final Path log;
  private final int port;
  private final HttpClient client;
  private final Life life;

  /** The process that it is. */
  interface Life {
    /** As its namespace counts. */
    int pid();

    boolean lasts();

    void end() throws IOException;
  }

  /**
   * @param log what it prints
   */
  Observer(String name, Path log, int port, HttpClient client, Life life) {
    this.name = name;
    this.log = log;
    this.port = port;
    this.client = client;
    this.life = life;
  }

  int pid() {
    return life.pid();
  }

  /** Waits until it answers, without a scrape, which would move its counters. */
  void awaitReady() {
    Await.until(
        "an answer of " + name,
        START,
        () -> {
          try {
            return Optional.of(get("/")).filter(response -> response.statusCode() == 200);
          } catch (IOException e) {
            if (life.lasts()) return Optional.empty();
            throw new UncheckedIOException(this + " has ended", e);
          }
        });
  }

  Exposition scrape() throws IOException {
    return Exposition.parse(text());
  }

  /** The body of a scrape as it came. */
  String text() throws IOException {
    HttpResponse<String> response = get("/metrics");
    if (response.statusCode() == 200) return response.body();
    throw new IOException(this + " answered " + response.statusCode() + ": " + response.body());
  }

  /**
   * @param headers names and values by turns
   */
  HttpResponse<String> get(String path, String... headers) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    if (headers.length > 0) request.headers(headers);
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException(this + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    life.end();
  }

  @Override
  public String toString() {
    try {
      return name + (Files.exists(log) ? " (" + Files.readString(log).strip() + ")" : "");
    } catch (IOException e) {
      return name + " (" + e + ")";
    }
  }
}
