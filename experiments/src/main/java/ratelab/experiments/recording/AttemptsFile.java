package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import ratelab.experiments.scenario.Words;

/**
 * {@code attempts.csv}: the load's requests as the load generator's {@code --record} writes them.
 */
public final class AttemptsFile {
  private static final Table TABLE =
      new Table(
          "attempts",
          "id",
          "worker",
          "local_port",
          "start_ms",
          "end_ms",
          "outcome",
          "status",
          "bytes");

  private AttemptsFile() {}

  /**
   * Reads the record of a load that has ended.
   *
   * @throws RecordingException if it is missing, cut, damaged or newer
   */
  public static List<Attempt> read(Path path) {
    return TABLE.read(path, AttemptsFile::attempt);
  }

  /**
   * Reads the whole rows so far of a load that still runs.
   *
   * @throws RecordingException if it is missing, damaged or newer
   */
  public static List<Attempt> readGrowing(Path path) {
    return TABLE.readGrowing(path, AttemptsFile::attempt);
  }

  /** The file of a load that kept none itself; what an attempt does not know stays empty. */
  static String text(List<Attempt> attempts) {
    return TABLE.text(attempts.stream().map(AttemptsFile::row).toList());
  }

  private static Attempt attempt(Row row) {
    String time = "milliseconds since the epoch";
    Optional<Integer> port = row.optional("local_port", "a port", Integer::valueOf);
    Optional<Double> end = row.optional("end_ms", time, Numbers::parse);
    Optional<Integer> status = row.optional("status", "an HTTP status", Integer::valueOf);
    return new Attempt(
        row.text("id"),
        port.map(OptionalInt::of).orElse(OptionalInt.empty()),
        row.value("start_ms", time, Numbers::parse),
        end.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        row.value("outcome", "ok, timeout or another outcome", AttemptsFile::outcome),
        status.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private static String row(Attempt attempt) {
    return String.join(
        ",",
        attempt.id(),
        "",
        attempt.localPort().isPresent() ? "" + attempt.localPort().getAsInt() : "",
        Numbers.plain(attempt.startMillis()),
        attempt.endMillis().isPresent() ? Numbers.plain(attempt.endMillis().getAsDouble()) : "",
        Words.of(attempt.outcome()),
        attempt.status().isPresent() ? "" + attempt.status().getAsInt() : "",
        "");
  }

  private static Outcome outcome(String word) {
    return Words.parse(Outcome.class, word).orElseThrow(IllegalArgumentException::new);
  }
}
