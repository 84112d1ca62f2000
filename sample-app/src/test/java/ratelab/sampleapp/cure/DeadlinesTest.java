package ratelab.sampleapp.cure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
  private static final Instant ARRIVAL = Instant.parse("2026-09-25T08:17:47Z");
  private static final Deadlines PATIENT = new Deadlines(Optional.empty());
  private static final Deadlines TWENTY_SECONDS =
      new Deadlines(Optional.of(Duration.ofSeconds(20)));

  @ParameterizedTest
  @CsvSource({
    "1790324267057, 2026-09-25T08:17:47.057Z",
    "1790324267057.123, 2026-09-25T08:17:47.057123Z",
    "1790324267057.1239, 2026-09-25T08:17:47.057123Z",
    "0, 1970-01-01T00:00:00Z",
  })
  void a_client_says_it_in_epoch_milliseconds(String header, Instant expected) {
    assertThat(TWENTY_SECONDS.of(header, ARRIVAL)).contains(expected);
  }

  @Test
  void who_says_nothing_is_patient_for_a_time_or_for_ever() {
    assertThat(TWENTY_SECONDS.of(null, ARRIVAL)).contains(ARRIVAL.plusSeconds(20));
    assertThat(PATIENT.of(null, ARRIVAL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2026-09-25T08:17:47Z", "1e999999999", "99999999999999999999"})
  void what_is_not_a_time_is_refused(String header) {
    assertThatThrownBy(() -> PATIENT.of(header, ARRIVAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "X-Ratelab-Deadline: '%s' is not a time; write milliseconds since 1970, as"
                + " 1795331467057.123",
            header);
  }
}
