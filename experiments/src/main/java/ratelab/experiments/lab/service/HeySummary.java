package ratelab.experiments.lab.service;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.experiments.recording.LoadResult;

/** What hey prints at its end: how many requests were answered, and how the others failed. */
final class HeySummary {
  private static final Pattern STATUS = Pattern.compile("(?m)^\\s+\\[\\d{3}]\\s+(\\d+) responses$");
  private static final Pattern ERROR = Pattern.compile("(?m)^\\s+\\[(\\d+)]\\s+(\\S.*)$");
  private static final Pattern TIMEOUT =
      Pattern.compile("Client\\.Timeout|deadline exceeded|timeout");
  private static final String ERRORS = "Error distribution:";

  private HeySummary() {}

  /** The counts; unknown if there are none. */
  static LoadResult of(String printed) {
    int errors = printed.indexOf(ERRORS);
    String statuses = errors < 0 ? printed : printed.substring(0, errors);
    long answered = STATUS.matcher(statuses).results().mapToLong(HeySummary::count).sum();
    long timedOut = 0;
    long failed = 0;
    Matcher error = ERROR.matcher(errors < 0 ? "" : printed.substring(errors));
    while (error.find()) {
      long count = count(error.toMatchResult());
      if (TIMEOUT.matcher(error.group(2)).find()) {
        timedOut += count;
      } else {
        failed += count;
      }
    }
    return new LoadResult(answered + timedOut + failed, answered, timedOut, failed, 0);
  }

  private static long count(java.util.regex.MatchResult found) {
    return Long.parseLong(found.group(1));
  }
}
