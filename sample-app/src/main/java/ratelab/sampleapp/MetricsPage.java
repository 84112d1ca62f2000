package ratelab.sampleapp;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import ratelab.sampleapp.cure.Cures;

/** The page that {@code GET /metrics} shows: the state of the {@link RequestBook}. */
final class MetricsPage {
  static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  /** Counters of a cure are there only with that cure. */
  MetricsPage(RequestBook book, Cures cures) {
    showRequests(book);
    if (cures.queue().isPresent()) {
      showRejected(book);
    }
    if (!cures.drop().isEmpty()) {
      showDropped(book);
    }
  }

  /** The page in the Prometheus text format 0.0.4, UTF-8. */
  byte[] render() throws IOException {
    var page = new ByteArrayOutputStream();
    writer.write(page, registry.scrape());
    return page.toByteArray();
  }

  private void showRequests(RequestBook book) {
    GaugeWithCallback.builder()
        .name("sampleapp_requests_in_flight")
        .help("Requests that a handler is working on.")
        .callback(gauge -> gauge.call(book.inFlight()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("sampleapp_requests_waiting")
        .help("Requests that were read and wait for a handler.")
        .callback(gauge -> gauge.call(book.waiting()))
        .register(registry);
    CounterWithCallback.builder()
        .name("sampleapp_requests_handled_total")
        .help("Requests worked off, whether or not a client still waited.")
        .callback(counter -> counter.call((double) book.handled()))
        .register(registry);
  }

  private void showRejected(RequestBook book) {
    CounterWithCallback.builder()
        .name("sampleapp_requests_rejected_total")
        .help("Requests turned away on arrival, because the queue was full.")
        .callback(counter -> counter.call((double) book.rejected()))
        .register(registry);
  }

  private void showDropped(RequestBook book) {
    CounterWithCallback.builder()
        .name("sampleapp_requests_dropped_total")
        .help("Requests not worked off when their turn came, because nobody waited any more.")
        .callback(counter -> counter.call((double) book.dropped()))
        .register(registry);
  }
}
