package ratelab.experiments.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.lab.Await.Look;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.scrape.ScrapeClock;

/** Waits until the target has worked off what the load left behind. */
final class DrainWatch {
  private static final int QUIET_SERVICE_TIMES = 4;
  private static final int QUIET_SCRAPES = 2;
  private static final int SLACK = 2;

  private final OpenRequests requests;
  private final LoadReport load;
  private final Duration quiet;
  private final ScrapeClock clock;

  /**
   * @param serviceTime of one request
   * @param scrapeInterval of the lab
   */
  DrainWatch(
      OpenRequests requests,
      LoadReport load,
      Duration serviceTime,
      Duration scrapeInterval,
      ScrapeClock clock) {
    this.requests = requests;
    this.load = load;
    this.clock = clock;
    Duration services = serviceTime.multipliedBy(QUIET_SERVICE_TIMES);
    Duration scrapes = scrapeInterval.multipliedBy(QUIET_SCRAPES);
    this.quiet = services.compareTo(scrapes) > 0 ? services : scrapes;
  }

  /**
   * What was seen of the drain.
   *
   * @param lastWorkMillis when the last request was worked off; the load's end if that was later
   * @param note what the reader of the run should know, if anything
   */
  record Drained(long lastWorkMillis, Optional<String> note) {}

  /**
   * Waits until every request was worked off, or nothing has happened for a while.
   *
   * @param forecast how long it should take, from now; twice that is waited for
   * @throws LabException if requests are still being worked off then
   */
  Drained await(RunWatch watch, Duration forecast) {
    Duration atMost = forecast.multipliedBy(SLACK).plus(quiet.multipliedBy(SLACK));
    return watch.until("the target to work off the load's requests", atMost, this::look);
  }

  private Look<Drained> look() {
    List<HandledRequest> workedOff = requests.workedOff();
    long sent = load.result().sent();
    long last = lastWorkMillis(workedOff);
    long done = workedOff.size() + requests.declined();
    if (done >= sent) {
      return new Seen<>(new Drained(last, Optional.empty()));
    }
    if (clock.nowMillis() - last > quiet.toMillis()) {
      return new Seen<>(new Drained(last, Optional.of(never(sent - done, sent))));
    }
    return new NotYet<>(done + " of " + sent + " are done");
  }

  private long lastWorkMillis(List<HandledRequest> workedOff) {
    double last = workedOff.stream().mapToDouble(HandledRequest::endMillis).max().orElse(0);
    return Math.max(load.endMillis(), Math.round(last));
  }

  private static String never(long missing, long sent) {
    return missing
        + " of "
        + sent
        + " requests never reached the target's handler; the record of the load says how they"
        + " ended.";
  }
}
