package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Evidence.Kind;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.Abandoned;
import ratelab.experiments.recording.Attempt;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Cause;

/** The simulated original: 153 requests, 3 of them answered, all of them worked off. */
class EvidencesTest {
  private static final Recording SEED =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);
  private static final long LOAD_START = SEED.marks().loadStartMillis();
  private static final List<Abandoned> NOT_WATCHED = List.of();

  @Test
  void a_log_without_ids_is_joined_by_port_and_time() {
    List<Attempt> attempts =
        IntStream.range(0, SEED.attempts().size())
            .mapToObj(i -> withPort(SEED.attempts().get(i), 40_000 + i))
            .toList();
    List<HandledRequest> handled =
        SEED.handled().stream()
            .filter(h -> !h.id().startsWith("calibration"))
            .map(h -> withoutId(h, portOf(h.id(), attempts)))
            .toList();

    WorkedOff found = workedOff(recording(SEED.load(), attempts, handled, Optional.empty()));

    assertThat(found)
        .isEqualTo(
            new WorkedOff(
                153,
                3,
                150,
                153,
                150,
                "each request of the target's handler log joined with the load's record by port and"
                    + " time"));
  }

  @Test
  void without_a_record_of_the_load_the_answered_are_taken_off_the_handled() {
    Recording recording = recording(SEED.load(), List.of(), SEED.handled(), Optional.empty());

    assertThat(kinds(recording)).startsWith(Kind.COUNTED);
    assertThat(workedOff(recording).forNobody()).isEqualTo(150);
  }

  @Test
  void a_load_without_counts_leaves_a_log_alone_without_an_answer() {
    Recording recording =
        recording(LoadResult.unknown(), List.of(), SEED.handled(), Optional.of(NOT_WATCHED));

    assertThat(kinds(recording)).doesNotContain(Kind.JOINED, Kind.COUNTED);
  }

  @Test
  void unread_requests_count_and_connections_kept_open_beside_them_do_not() {
    List<Abandoned> seen = List.of(left(1, 5_000, true), left(2, 0, true), left(3, 5_000, false));

    assertThat(abandoned(seen, SEED.load()))
        .isEqualTo(
            new Evidence(
                Kind.ABANDONED,
                OptionalLong.of(3 + 2),
                2,
                "connections that their clients had closed and the target had not (CLOSE-WAIT): 2"
                    + " with unread requests"));
  }

  @Test
  void of_a_target_that_reads_at_once_those_that_last_count() {
    List<Abandoned> seen = List.of(left(1, 5_000, false), left(2, 100, false), left(3, 0, false));

    assertThat(abandoned(seen, SEED.load()).forNobody()).isEqualTo(2);
  }

  @Test
  void what_was_abandoned_before_the_load_is_not_the_loads() {
    Abandoned before = new Abandoned(1, LOAD_START - 900, LOAD_START - 100, true);

    assertThat(abandoned(List.of(before), SEED.load()).forNobody()).isZero();
  }

  @Test
  void abandoned_connections_tell_the_cause_where_the_load_tells_no_counts() {
    Recording told =
        recording(
            LoadResult.unknown(), List.of(), List.of(), Optional.of(List.of(left(1, 5_000, true))));
    Recording untold = recording(LoadResult.unknown(), List.of(), List.of(), Optional.empty());

    assertThat(Findings.of(told).cause()).isEqualTo(Cause.BACKLOG);
    assertThat(Findings.of(untold).cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(workedOff(told).evidence())
        .startsWith(
            "connections that their clients had closed and the target had not (CLOSE-WAIT): 1"
                + " with unread requests, of a load that tells no counts to compare them with");
  }

  private static List<Kind> kinds(Recording recording) {
    return Evidences.of(recording, Signal.of(recording)).stream().map(Evidence::kind).toList();
  }

  private static WorkedOff workedOff(Recording recording) {
    return Evidences.workedOff(recording, Signal.of(recording));
  }

  private static Evidence abandoned(List<Abandoned> seen, LoadResult load) {
    Recording recording = recording(load, List.of(), List.of(), Optional.of(seen));
    return Evidences.of(recording, Signal.of(recording)).getFirst();
  }

  private static Abandoned left(int port, long forMillis, boolean unread) {
    return new Abandoned(port, LOAD_START + 1_000, LOAD_START + 1_000 + forMillis, unread);
  }

  private static Attempt withPort(Attempt attempt, int port) {
    return new Attempt(
        attempt.id(),
        OptionalInt.of(port),
        attempt.startMillis(),
        attempt.endMillis(),
        attempt.outcome());
  }

  private static int portOf(String id, List<Attempt> attempts) {
    return attempts.stream()
        .filter(attempt -> attempt.id().equals(id))
        .findFirst()
        .orElseThrow()
        .localPort()
        .getAsInt();
  }

  private static HandledRequest withoutId(HandledRequest handled, int port) {
    return new HandledRequest(
        "", OptionalInt.of(port), handled.startMillis(), handled.endMillis(), handled.cpuNanos());
  }

  private static Recording recording(
      LoadResult load,
      List<Attempt> attempts,
      List<HandledRequest> handled,
      Optional<List<Abandoned>> abandoned) {
    return SEED.with()
        .load(load)
        .attempts(attempts)
        .handled(handled)
        .oracle(Optional.empty())
        .declined(List.of())
        .disturbed(List.of())
        .abandoned(abandoned)
        .build();
  }
}
