package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the list {@code windows} and says which of them can show no whole curve. */
final class WindowsReader {
  private WindowsReader() {}

  static List<Duration> read(Place place, Duration interval, List<String> warnings) {
    List<Duration> windows = new ArrayList<>();
    for (Place item : place.items("a list of durations, such as [30s, 1m]")) {
      Duration window = Values.duration(item);
      if (windows.contains(window)) throw item.refused("the window is given twice; remove one");
      windows.add(window);
      warn(item, window, interval, warnings);
    }
    return windows;
  }

  private static void warn(Place item, Duration window, Duration interval, List<String> warnings) {
    if (WindowWidth.of(window, interval) != WindowWidth.SHOWS_ALWAYS) {
      warnings.add(item.at() + WindowWidth.explain(window, interval));
    }
  }
}
