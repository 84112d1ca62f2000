package ratelab.exporter.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Requests for metrics, under the names that Prometheus's own handler gives them. */
public final class ScrapeCounts {
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();

  public void began() {
    inFlight.incrementAndGet();
  }

  /** Ends what {@link #began} began. */
  public void ended(boolean successful) {
    inFlight.decrementAndGet();
    (successful ? answered : failed).increment();
  }

  List<PlainFamily> families() {
    List<PlainFamily.PlainSeries> byCode = new ArrayList<>();
    byCode.add(
        new PlainFamily.PlainSeries(List.of(new Label("code", "200")), (double) answered.sum()));
    byCode.add(
        new PlainFamily.PlainSeries(List.of(new Label("code", "500")), (double) failed.sum()));
    return List.of(
        PlainFamily.of(
            "promhttp_metric_handler_requests_in_flight",
            MetricType.GAUGE,
            "Scrapes being answered now.",
            inFlight.get()),
        new PlainFamily(
            "promhttp_metric_handler_requests_total",
            MetricType.COUNTER,
            "Scrapes answered, by HTTP status.",
            byCode));
  }
}
