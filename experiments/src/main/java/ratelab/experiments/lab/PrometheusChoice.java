package ratelab.experiments.lab;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Which real Prometheus takes part in a run as the oracle. */
public sealed interface PrometheusChoice {
  /** The {@code prometheus} on the PATH, or none if there is none. */
  record Auto() implements PrometheusChoice {}

  /** None. */
  record None() implements PrometheusChoice {}

  /** The lab starts this executable, and cannot run without it. */
  record Executable(Path path) implements PrometheusChoice {}

  /** A running server that scrapes the lab's exporter already. */
  record Attached(URI url) implements PrometheusChoice {}

  /**
   * Reads {@code auto}, {@code none}, an http(s) URL, or else the path of an executable.
   *
   * @throws LabException if it begins as a URL and is none
   */
  static PrometheusChoice parse(String text) {
    return switch (text) {
      case "auto" -> new Auto();
      case "none" -> new None();
      default ->
          text.startsWith("http://") || text.startsWith("https://")
              ? new Attached(url(text))
              : new Executable(Path.of(text));
    };
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new LabException(
          "--prometheus: " + e.getMessage() + "; write it like http://HOST:PORT", e);
    }
  }
}
