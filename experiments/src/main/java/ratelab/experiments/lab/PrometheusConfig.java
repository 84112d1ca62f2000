package ratelab.experiments.lab;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ratelab.experiments.rate.PromDuration;
import ratelab.experiments.rate.SeriesId;

/** How a lab configures a Prometheus: it scrapes the exporter and nothing else. */
public final class PrometheusConfig {
  private PrometheusConfig() {}

  /**
   * The configuration file's text, valid for 2.x and 3.x.
   *
   * @param exporter where its metrics are
   * @param interval time between scrapes, and the timeout of each
   */
  public static String of(URI exporter, Duration interval) {
    return """
    global:
      scrape_interval: %1$s
      scrape_timeout: %1$s
    scrape_configs:
      - job_name: ratelab
        scheme: %2$s
        metrics_path: %3$s
        params: {%4$s}
        static_configs:
          - targets: [%5$s]
    """
        .formatted(
            PromDuration.print(interval),
            exporter.getScheme(),
            quoted(exporter.getPath().isEmpty() ? "/" : exporter.getPath()),
            parameters(exporter),
            quoted(exporter.getHost() + (exporter.getPort() < 0 ? "" : ":" + exporter.getPort())));
  }

  /** Of its query, those of the same name together. */
  private static String parameters(URI exporter) {
    return Optional.ofNullable(exporter.getRawQuery()).stream()
        .flatMap(query -> Stream.of(query.split("&")))
        .map(parameter -> (parameter + "=").split("=", -1))
        .collect(
            groupingBy(
                parts -> decoded(parts[0]),
                TreeMap::new,
                mapping(
                    parts -> quoted(decoded(parts[1])),
                    collectingAndThen(joining(", "), values -> "[" + values + "]"))))
        .entrySet()
        .stream()
        .map(each -> quoted(each.getKey()) + ": " + each.getValue())
        .collect(joining(", "));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  /** Double quotes and their escapes mean the same to YAML as to PromQL. */
  private static String quoted(String text) {
    return SeriesId.quoted(text);
  }
}
