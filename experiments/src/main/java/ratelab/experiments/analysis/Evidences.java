package ratelab.experiments.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratelab.experiments.analysis.Evidence.Kind;
import ratelab.experiments.recording.Abandoned;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;

/** All that a recording has to say on requests worked off for nobody, the surest first. */
final class Evidences {
  /** Seen at two looks in turn, an abandoned connection is not just on its way to be closed. */
  private static final long LASTING_MILLIS = 100;

  private Evidences() {}

  static List<Evidence> of(Recording recording, Signal signal) {
    List<HandledRequest> handled = Requests.ofTheLoad(recording);
    Stream<Optional<Evidence>> all =
        handled.isEmpty()
            ? Stream.of(abandoned(recording), cpu(recording, signal))
            : Stream.of(
                joined(recording, handled),
                counted(recording, handled),
                abandoned(recording),
                cpu(recording, signal));
    return all.flatMap(Optional::stream).toList();
  }

  /** Whom the requests were worked off for, by the surest evidence. */
  static WorkedOff workedOff(Recording recording, Signal signal) {
    List<Evidence> all = of(recording, signal);
    LoadResult load = recording.load();
    if (all.isEmpty()) {
      return workedOff(load, 0, 0, "none: the target has no handler log");
    }
    Evidence best = all.getFirst();
    boolean hasLog = best.kind() == Kind.JOINED || best.kind() == Kind.COUNTED;
    return workedOff(
        load,
        best.handled().orElse(0),
        best.forNobody(),
        hasLog
            ? best.words()
            : all.stream().map(Evidence::words).collect(Collectors.joining("; ")));
  }

  /** Whether connections were seen that their clients had given up before the target. */
  static boolean clientsGaveUp(Recording recording) {
    return abandoned(recording).filter(evidence -> evidence.forNobody() > 0).isPresent();
  }

  private static WorkedOff workedOff(
      LoadResult load, long handled, long forNobody, String evidence) {
    return new WorkedOff(
        load.sent(), load.answered(), load.timedOut(), handled, forNobody, evidence);
  }

  private static Optional<Evidence> joined(Recording recording, List<HandledRequest> handled) {
    if (recording.attempts().isEmpty()) {
      return Optional.empty();
    }
    Attempts attempts = new Attempts(recording);
    if (handled.stream().noneMatch(attempts::knows)) {
      return Optional.empty();
    }
    String by = handled.stream().allMatch(h -> h.id().isEmpty()) ? "port and time" : "X-Ratelab-Id";
    return Optional.of(
        new Evidence(
            Kind.JOINED,
            OptionalLong.of(handled.size()),
            handled.stream().filter(attempts::isForNobody).count(),
            "each request of the target's "
                + log(recording)
                + " joined with the load's record by "
                + by));
  }

  private static Optional<Evidence> counted(Recording recording, List<HandledRequest> handled) {
    return Optional.of(recording.load())
        .filter(LoadResult::isKnown)
        .map(
            load ->
                new Evidence(
                    Kind.COUNTED,
                    OptionalLong.of(handled.size()),
                    Math.max(0, handled.size() - load.answered()),
                    "counts: handled by the target's log, less answered by the load's summary"));
  }

  private static String log(Recording recording) {
    return recording.scenario().target().own().isPresent() ? "access log" : "handler log";
  }

  /**
   * A target that reads late leaves requests unread in connections whose clients have gone; beside
   * those, a connection without unread bytes may just be one that was kept open. A target that
   * reads at once has only the latter, and they are its backlog.
   */
  private static Optional<Evidence> abandoned(Recording recording) {
    return recording
        .abandoned()
        .map(
            all -> {
              List<Abandoned> ofTheLoad =
                  all.stream()
                      .filter(a -> a.lastSeenMillis() >= recording.marks().loadStartMillis())
                      .toList();
              long unread = ofTheLoad.stream().filter(Abandoned::unread).count();
              long lasting =
                  ofTheLoad.stream()
                      .filter(a -> a.lastSeenMillis() - a.firstSeenMillis() >= LASTING_MILLIS)
                      .count();
              return abandoned(recording.load(), unread, lasting);
            });
  }

  private static Evidence abandoned(LoadResult load, long unread, long lasting) {
    long forNobody = unread > 0 ? unread : lasting;
    return new Evidence(
        Kind.ABANDONED,
        handled(load, forNobody),
        forNobody,
        "connections that their clients had closed and the target had not (CLOSE-WAIT): %d%s%s"
            .formatted(
                forNobody,
                unread > 0 ? " with unread requests" : "",
                load.isKnown() ? "" : ", of a load that tells no counts to compare them with"));
  }

  /** What was worked on was answered, or it was for nobody. */
  private static OptionalLong handled(LoadResult load, long forNobody) {
    return load.isKnown() ? OptionalLong.of(load.answered() + forNobody) : OptionalLong.empty();
  }

  private static Optional<Evidence> cpu(Recording recording, Signal signal) {
    Marks marks = recording.marks();
    double afterSeconds = seconds(signal, marks.loadEndMillis(), marks.endMillis());
    double calibrationSeconds =
        seconds(signal, marks.calibrationStartMillis(), marks.loadStartMillis());
    int requests = recording.calibration().size();
    if (!signal.isVisible() || requests == 0 || calibrationSeconds <= 0) {
      return Optional.empty();
    }
    long forNobody = Math.max(0, Math.round(afterSeconds * requests / calibrationSeconds));
    return Optional.of(
        new Evidence(
            Kind.CPU,
            handled(recording.load(), forNobody),
            forNobody,
            String.format(
                Locale.ROOT,
                "%.3f s of CPU after the load, as much as %d requests of the calibration",
                afterSeconds,
                forNobody)));
  }

  /** CPU above idle in the gaps between scrapes that a span holds wholly or in part. */
  private static double seconds(Signal signal, long fromMillis, long toMillis) {
    return signal.track().gaps(0, Long.MAX_VALUE).stream()
        .filter(gap -> gap.toMillis() > fromMillis && gap.fromMillis() < toMillis)
        .mapToDouble(
            gap ->
                (Math.min(gap.toMillis(), toMillis) - Math.max(gap.fromMillis(), fromMillis))
                    / 1000.0
                    * (gap.cores() - signal.idleCores()))
        .sum();
  }
}
