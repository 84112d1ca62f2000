package ratelab.exporter.differential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ratelab.exporter.differential.Configuration.Place;
import ratelab.exporter.differential.Divergence.OfType;
import ratelab.exporter.differential.Divergence.OfValue;

/** The exact form that each listed difference of a value has. */
final class Forms {
  private static final Set<String> DENIABLE =
      Set.of(
          "read_bytes_total",
          "write_bytes_total",
          "open_filedesc",
          "worst_fd_ratio",
          "threads_wchan",
          "thread_io_bytes_total");
  private static final Set<String> ILL_NAMED =
      Set.of(
          "namedprocess_scrape_errors",
          "namedprocess_scrape_partial_errors",
          "namedprocess_scrape_procread_errors",
          "namedprocess_namegroup_thread_count");
  private static final Set<String> DESCRIPTORS = Set.of("open_filedesc", "worst_fd_ratio");
  private static final Set<String> MOVERS =
      Set.of("caterpillar", "butterfly", "larva", "imago", "pupa", "bash");
  private static final Set<String> NO_SUMS =
      Set.of("oldest_start_time_seconds", "open_filedesc", "worst_fd_ratio");
  private static final double ROUNDING = 1e-9;
  private static final double WRAPPED = 1e18;

  private Forms() {}

  private static boolean threadsOff(OfValue value) {
    return value.moment().configuration().has("-threads=false");
  }

  static boolean countsEachThreadOnce(OfValue value) {
    Series series = value.series();
    if (!series.family().equals("states") || threadsOff(value)) return false;
    Exposition ours = value.now().ours();
    Exposition reference = value.now().before();
    return sum(ours, series) == ours.valueOrZero(series.sibling("num_threads"))
        && sum(reference, series) > reference.valueOrZero(series.sibling("num_threads"))
        && ours.valueOrZero(series) <= reference.valueOrZero(series);
  }

  static boolean countsEachChannelOnce(OfValue value) {
    Series series = value.series();
    if (!series.family().equals("threads_wchan") || threadsOff(value)) return false;
    Exposition ours = value.now().ours();
    Exposition reference = value.now().before();
    double processes = reference.valueOrZero(series.sibling("num_procs"));
    double twice = sum(reference, series) - sum(ours, series);
    return ours.valueOrZero(series) > 0
        && ours.valueOrZero(series) < reference.valueOrZero(series)
        && twice <= processes;
  }

  /** Of threads that ended in this act the reference forgets everything. */
  static boolean keepsSwitches(OfValue value) {
    Series series = value.series();
    Optional<Bracket> then = value.moment().previous();
    if (!series.family().equals("context_switches_total") || then.isEmpty()) return false;
    double ours = value.now().ours().valueOrZero(series) - then.get().ours().valueOrZero(series);
    double reference =
        value.now().before().valueOrZero(series) - then.get().after().valueOrZero(series);
    boolean wrapped = value.now().before().valueOrZero(series) > WRAPPED;
    return value.moment().act() == Act.ENDINGS
        && value.hadThreads()
        && ours >= 0
        && (wrapped || reference < ours);
  }

  static boolean seesMainThreadsOnly(OfValue value) {
    Series series = value.series();
    if (!threadsOff(value) || !value.hadThreads()) return false;
    Exposition ours = value.now().ours();
    double processes = ours.valueOrZero(series.sibling("num_procs"));
    return switch (series.family()) {
      case "states" -> sum(ours, series) == processes;
      case "threads_wchan" -> sum(ours, series) <= processes;
      case "context_switches_total" ->
          value.moment().act().compareTo(Act.ENDINGS) >= 0
              || value.ours() < value.now().after().valueOrZero(series);
      default -> false;
    };
  }

  /** Ours is what it was when the name vanished, and what the reference has counted since. */
  static boolean keepsThreadName(OfValue value) {
    Series series = value.series();
    if (series.label("threadname").isEmpty() || !series.family().endsWith("_total")) return false;
    List<Bracket> history = value.moment().history().toList();
    boolean returned = false;
    double kept = 0;
    for (int i = 1; i < history.size() && !returned; i++) {
      returned =
          history.get(i - 1).after().samples().containsKey(series)
              && !history.get(i).before().samples().containsKey(series);
      kept = history.get(i - 1).ours().valueOrZero(series);
    }
    double since = value.ours() - kept;
    return returned
        && since >= value.now().before().valueOrZero(series) - ROUNDING
        && since <= value.now().after().valueOrZero(series) + ROUNDING;
  }

  static boolean isDenied(OfValue value) {
    Series series = value.series();
    return value.moment().configuration().place() == Place.UNPRIVILEGED
        && !series.group().equals("modest")
        && (DENIABLE.contains(series.family()) || Restless.isShare(series))
        && !value.now().ours().samples().containsKey(series);
  }

  /** Whether there is no group in which it is denied for none. */
  static boolean isDeniedToAll(OfType type) {
    return type.moment().configuration().place() == Place.UNPRIVILEGED
        && type.ours().equals("missing")
        && DENIABLE.stream().anyMatch(family -> type.family().endsWith("_" + family));
  }

  static boolean hasNameOfAnotherType(OfType type) {
    return ILL_NAMED.contains(type.family()) && type.ours().equals("untyped");
  }

  static boolean isCountedWithoutPermission(OfValue value) {
    return value.moment().configuration().place() == Place.UNPRIVILEGED
        && DESCRIPTORS.contains(value.series().family())
        && value.now().before().valueOrZero(value.series()) == 0
        && value.ours() > 0;
  }

  static boolean countsTheDescriptorBeingOpened(OfValue value) {
    Series series = value.series();
    Series open = series.sibling("open_filedesc");
    Exposition reference = value.now().before();
    double more = value.now().ours().valueOrZero(open) - reference.valueOrZero(open);
    return DESCRIPTORS.contains(series.family())
        && value.ours() > reference.valueOrZero(series)
        && more > 0
        && more <= reference.valueOrZero(series.sibling("num_procs"));
  }

  static boolean isOfEitherProgram(OfValue value) {
    Series series = value.series();
    Series processes = series.sibling("num_procs");
    return series.group().equals("both")
        && value.now().ours().valueOrZero(processes) == 2
        && value.now().before().valueOrZero(processes) == 1;
  }

  /** The animals that took another name are counted under it, each once. */
  static boolean moves(OfValue value) {
    Configuration configuration = value.moment().configuration();
    Series series = value.series();
    return configuration.has("-recheck")
        && configuration.file().equals("packaged.yaml")
        && MOVERS.contains(series.group())
        && (NO_SUMS.contains(series.family())
            || Restless.isShare(series)
            || isSame(movers(series, value.now().ours()), movers(series, value.now().before())));
  }

  private static double movers(Series like, Exposition exposition) {
    return exposition.sum(
        series -> MOVERS.contains(series.group()) && series.isLikeButForGroup(like));
  }

  private static boolean isSame(double one, double other) {
    return Math.abs(one - other) < ROUNDING * Math.max(1, Math.abs(one));
  }

  static boolean isRounding(OfValue value) {
    return value.series().family().endsWith("cpu_seconds_total")
        && Stream.of(value.now().before(), value.now().after())
            .map(reference -> reference.samples().get(value.series()))
            .anyMatch(it -> it != null && Math.abs(it - value.ours()) < ROUNDING);
  }

  /** The reference said so at some time before. */
  static boolean wasSoBefore(OfValue value) {
    Series series = value.series();
    return Restless.isShare(series)
        && value
            .moment()
            .history()
            .flatMap(bracket -> Stream.of(bracket.before(), bracket.after()))
            .map(reference -> reference.valueOrZero(series))
            .anyMatch(it -> Math.abs(it - value.ours()) <= Restless.SHARING * it);
  }

  /** Of all series of its family and group. */
  private static double sum(Exposition exposition, Series series) {
    return exposition.sum(
        it -> it.name().equals(series.name()) && it.group().equals(series.group()));
  }
}
