package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.experiments.forecast.SeenWork;

class SeenWorksTest {
  private static final LoadResult LOAD = new LoadResult(155, 9, 146, 0, 0);
  private static final Duration LENGTH = Duration.ofSeconds(65);
  private static final Duration SERVICE_TIME = Duration.ofSeconds(5);
  private static final List<Duration> CALIBRATION = List.of(SERVICE_TIME);

  @Test
  void what_is_not_left_is_done() {
    assertThat(SeenWorks.of(LOAD, 142, LENGTH, SERVICE_TIME))
        .contains(new SeenWork(13, 142, LENGTH, SERVICE_TIME));
  }

  @Test
  void connections_of_clients_with_an_answer_are_no_work() {
    assertThat(SeenWorks.of(new LoadResult(100, 97, 1, 1, 1), 50, LENGTH, SERVICE_TIME))
        .contains(new SeenWork(97, 2, LENGTH, SERVICE_TIME));
  }

  @Test
  void a_service_that_was_done_with_nothing_is_unknown() {
    assertThat(SeenWorks.of(new LoadResult(50, 0, 50, 0, 0), 50, LENGTH, SERVICE_TIME)).isEmpty();
  }

  @Test
  void connections_count_from_their_first_look_to_their_last() {
    List<Abandoned> abandoned =
        List.of(
            new Abandoned(1, 100, 200, false),
            new Abandoned(2, 200, 300, true),
            new Abandoned(3, 300, 400, false));

    assertThat(SeenWorks.openAt(200, abandoned)).isEqualTo(2);
  }

  @Test
  void what_a_forecast_lacks_is_named() {
    assertThat(SeenWorks.missing(LoadResult.unknown(), CALIBRATION, Optional.of(List.of())))
        .contains("the load tells no counts");
    assertThat(SeenWorks.missing(LOAD, List.of(), Optional.of(List.of())))
        .contains("the service did not answer the calibration with 200");
    assertThat(SeenWorks.missing(LOAD, CALIBRATION, Optional.empty()))
        .contains("the lab cannot look at the connections of the service");
    assertThat(SeenWorks.missing(LOAD, CALIBRATION, Optional.of(List.of()))).isEmpty();
  }
}
