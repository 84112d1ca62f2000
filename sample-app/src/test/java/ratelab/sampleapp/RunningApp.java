package ratelab.sampleapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An application under test, wherever it runs. */
interface RunningApp extends AutoCloseable {

  String url();

  long pid();

  Path log();

  @Override
  void close();

  default RawRequest send(String id) {
    return RawRequest.get(url(), id);
  }

  default HttpResponse<String> get(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** One metric's value. */
  default double metric(String name) {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  default List<String> logLines() {
    try {
      return Files.readAllLines(log());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  default List<LoggedRequest> logged() {
    return logLines().stream().skip(1).map(LoggedRequest::parse).toList();
  }

  /** The log, once it has as many requests. */
  default List<LoggedRequest> awaitLogged(int count) {
    return Await.until(count + " logged requests", this::logged, seen -> seen.size() >= count);
  }
}
