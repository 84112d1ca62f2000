package ratelab.experiments.scenario;

import java.time.Duration;

/**
 * Something that a lab does to a run on purpose.
 *
 * @param at what its time counts from
 * @param after how long after that
 * @param act what is done
 * @param count how many scrapes it takes, where it takes scrapes; else 1
 * @param delay how long a slow exporter takes for each; else zero
 */
public record Disturbance(Anchor at, Duration after, Act act, int count, Duration delay) {
  /** What the time of a disturbance counts from. */
  public enum Anchor {
    LOAD_START,
    LOAD_END
  }

  /** What is done. */
  public enum Act {
    /** The target ends and starts anew, on the same port. */
    RESTART_TARGET(false),
    /** The target ends. */
    END_TARGET(false),
    /** The counters start again at zero, and no scrape fails. */
    RESET_COUNTER(false),
    /** Scrapes that are never made. */
    SKIP_SCRAPES(true),
    /** Scrapes that are answered with an error. */
    FAIL_SCRAPES(true),
    /** Scrapes whose answer comes late. */
    SLOW_EXPORTER(true),
    /**
     * The exporter ends and starts anew: scrapes fail meanwhile, and its counters start at zero.
     */
    RESTART_EXPORTER(false),
    /** The real Prometheus ends and starts anew, if one takes part. */
    RESTART_PROMETHEUS(false);

    private final boolean countsScrapes;

    Act(boolean countsScrapes) {
      this.countsScrapes = countsScrapes;
    }

    /** Whether it takes a number of scrapes. */
    public boolean countsScrapes() {
      return countsScrapes;
    }

    /** Whether the process that it counts with is another one afterwards, or none. */
    public boolean endsTarget() {
      return this == RESTART_TARGET || this == END_TARGET;
    }
  }
}
