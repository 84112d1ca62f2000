package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.DrainWatch.Drained;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scrape.ScrapeClock;

/** Three requests were sent by a load that ended at 10 s; a request takes 100 ms. */
class DrainWatchTest {
  private static final Duration SCRAPE_INTERVAL = Duration.ofMillis(250);
  private static final Duration NO_TIME = Duration.ZERO;

  @TempDir private Path directory;

  @Test
  void is_over_with_the_last_request() throws IOException {
    handled("calibration-1", 5_000);
    handled("1", 9_900);
    handled("2", 10_000);
    handled("3", 10_100);
    assertThat(watchAt(10_101)).isEqualTo(new Drained(10_100, Optional.empty()));
  }

  @Test
  void is_over_with_the_load_if_that_ended_last() throws IOException {
    handled("1", 9_700);
    handled("2", 9_800);
    handled("3", 9_900);
    assertThat(watchAt(10_001)).isEqualTo(new Drained(10_000, Optional.empty()));
  }

  @Test
  void is_over_when_nothing_more_happens_for_two_scrapes() throws IOException {
    handled("1", 9_900);
    handled("2", 10_100);
    assertThat(watchAt(10_601))
        .isEqualTo(
            new Drained(
                10_100,
                Optional.of(
                    "1 of 3 requests never reached the target's handler; the record of the load"
                        + " says how they ended.")));
  }

  @Test
  void goes_on_while_requests_are_worked_off() throws IOException {
    handled("1", 9_900);
    handled("2", 10_100);
    assertThatThrownBy(() -> watchAt(10_600))
        .hasMessageEndingWith("for the target to work off the load's requests; 2 of 3 are done");
  }

  private Drained watchAt(long nowMillis) {
    ScrapeClock clock = new StoppedClock(nowMillis);
    OpenRequests requests =
        new OpenRequests(
            new HandledSoFar(log()),
            new RunDirectory(directory),
            SmallScenario.on(Platform.JAVALIN).load());
    LoadReport load = new LoadReport(0, 9_000, 10_000, new LoadResult(3, 1, 2, 0, 0));
    return new DrainWatch(requests, load, Duration.ofMillis(100), SCRAPE_INTERVAL, clock)
        .await(new RunWatch(clock, LabListener.SILENT, SCRAPE_INTERVAL), NO_TIME);
  }

  private void handled(String id, long endMillis) throws IOException {
    String before = Files.exists(log()) ? Files.readString(log()) : "";
    String line =
        """
        {"id":"%s","remotePort":41234,"startMillis":%d.000,"endMillis":%d.000,"cpuNanos":130000000}
        """
            .formatted(id, endMillis - 100, endMillis);
    Files.writeString(log(), before + line);
  }

  private Path log() {
    return directory.resolve("handled.jsonl");
  }

  /** Always the same instant. */
  private record StoppedClock(long nowMillis) implements ScrapeClock {
    @Override
    public void sleepUntil(long millis) {
      throw new UnsupportedOperationException("a stopped clock reaches no other instant");
    }
  }
}
