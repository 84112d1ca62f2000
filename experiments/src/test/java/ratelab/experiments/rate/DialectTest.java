package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
  @ParameterizedTest
  @CsvSource({
    "2.42.0+ds, V2_42",
    "2.50.1, V2_42",
    "2.51.0, V2_51",
    "2.53.4, V2_51",
    "2.54.0, V2_54",
    "2.55.1, V2_54",
    "3.0.0-rc.1, V3",
    "v3.14.0, V3",
    "4.0, V3"
  })
  void a_release_has_the_dialect_of_its_line(String version, Dialect dialect) {
    assertThat(Dialect.ofVersion(version)).isEqualTo(dialect);
  }

  @Test
  void what_is_not_a_version_is_refused_with_what_was_expected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dialect.ofVersion("devel"))
        .withMessage("Prometheus version 'devel': expected MAJOR.MINOR, such as 2.42.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dialect.ofVersion("1.8.2"))
        .withMessage("Prometheus version '1.8.2' is too old: the rate model begins with 2.0");
  }
}
