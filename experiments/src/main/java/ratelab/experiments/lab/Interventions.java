package ratelab.experiments.lab;

import java.time.Duration;

/** What a lab can do to a run on purpose, while it goes on. */
public interface Interventions {
  /** The target ends; the run goes on without it. */
  void endTarget();

  /** The target ends and starts anew on its port; the exporter follows it. */
  void restartTarget();

  /** Scrapes go to a fresh exporter, whose counters start at zero now; none of them fails. */
  void resetCounter();

  /** The exporter ends and starts anew; scrapes fail meanwhile, and counters start at zero. */
  void restartExporter();

  /** The real Prometheus, if one takes part, ends and starts anew on its data. */
  void restartPrometheus();

  /** The next scrapes are never made. */
  void skipScrapes(int count);

  /** The next scrapes are answered with an error. */
  void failScrapes(int count);

  /** The next scrapes are answered late. */
  void delayScrapes(int count, Duration delay);
}
