package ratelab.experiments.analysis;

import java.util.LongSummaryStatistics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import ratelab.experiments.forecast.Backlog;
import ratelab.experiments.forecast.BacklogInput;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.AcceptPolicy;

/**
 * How many requests can be answered in time, by the order in which a target may take connections.
 * libuv takes one a turn of its loop from 1.45 on (libuv pull request 3696), and the load's first
 * request blocks the loop: whether it had taken all of them by then, or just the first, is a race
 * of some milliseconds. All others take what there is.
 */
public final class AcceptOrders {
  private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)");
  private static final int SINCE_MAJOR = 1;
  private static final int SINCE_MINOR = 45;

  private AcceptOrders() {}

  /** From the fewest to the most answered. */
  static LongSummaryStatistics answered(Recording recording, Forecast forecast) {
    return areUndecided(recording)
        ? LongStream.of(forecast.answered(), oneByOne(recording, forecast)).summaryStatistics()
        : LongStream.of(forecast.answered()).summaryStatistics();
  }

  /** Whether the target's loop may have taken them all at once or one a turn. */
  public static boolean areUndecided(Recording recording) {
    return takesOneATurn(recording.info().versions().getOrDefault("uv", ""))
        && recording.scenario().target().accept() == AcceptPolicy.ALL;
  }

  private static long oneByOne(Recording recording, Forecast forecast) {
    BacklogInput all = BacklogInput.of(recording.scenario(), forecast.serviceTime());
    return Backlog.play(all.accepting(AcceptPolicy.ONE)).answered();
  }

  /** Whether a version of libuv does; no version is no libuv. */
  static boolean takesOneATurn(String uv) {
    Matcher version = VERSION.matcher(uv);
    if (!version.find()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    return major > SINCE_MAJOR || (major == SINCE_MAJOR && minor >= SINCE_MINOR);
  }
}
