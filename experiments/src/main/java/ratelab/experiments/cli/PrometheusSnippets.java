package ratelab.experiments.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.rate.PromDuration;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;

/**
 * What to paste into Prometheus' configuration.
 *
 * @param metric the CPU counter
 * @param group its group
 * @param window the advised window
 * @param scrapeInterval time between scrapes
 * @param alarmCores above this rate the target counts as busy; empty if no signal is known
 */
record PrometheusSnippets(
    String metric,
    String group,
    Duration window,
    Duration scrapeInterval,
    Optional<Double> alarmCores) {
  private static final double PLACEHOLDER_CORES = 0.1;

  String promQl() {
    return new RangeQuery(metric, group, RangeFunction.RATE, window).promQl();
  }

  String scrapeConfig() {
    return """
    scrape_configs:
      - job_name: process-exporter
        scrape_interval: %s
        static_configs:
          - targets: ["127.0.0.1:9256"]
    """
        .formatted(PromDuration.print(scrapeInterval));
  }

  String rules() {
    return """
    groups:
      - name: cpu
        interval: %1$s
        rules:
          - record: %2$s
            expr: %3$s
          - alert: CpuStaysUp
    %7$s        expr: %2$s{groupname="%4$s"} > %5$s
            for: %6$s
            annotations:
              summary: "{{ $labels.groupname }} uses {{ $value }} cores, above %5$s, for %6$s and more"
    """
        .formatted(
            PromDuration.print(scrapeInterval),
            "groupname:"
                + metric.replaceFirst("_total$", "")
                + ":rate"
                + PromDuration.print(window),
            "sum by (groupname) (rate(" + metric + "[" + PromDuration.print(window) + "]))",
            group.replace("\\", "\\\\").replace("\"", "\\\""),
            cores(alarmCores.orElse(PLACEHOLDER_CORES)),
            PromDuration.print(window),
            alarmCores.isPresent() ? "" : placeholder());
  }

  /** Without a signal nobody knows where busy begins. */
  private static String placeholder() {
    return "        # %s is a placeholder: put a rate between idle and busy here; --signal CORES or a run gives one.\n"
        .formatted(cores(PLACEHOLDER_CORES));
  }

  private static String cores(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
