package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, -0.0",
    "0.13, 0.13",
    "12345678.0, 12345678",
    "-3.0, -3",
    "1.0E22, 1.0E22",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void a_number_is_written_as_short_as_it_can_be(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  @Test
  void the_bits_survive() {
    Random random = new Random(42);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isNaN(value)) continue;
      assertThat(Numbers.parse(Numbers.text(value))).isEqualTo(value);
    }
  }

  @Test
  void a_time_has_no_exponent() {
    assertThat(Numbers.plain(1_795_331_467_057.125)).isEqualTo("1795331467057.125");
    assertThat(Numbers.plain(1_795_331_467_000.0)).isEqualTo("1795331467000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "1d", "0x1p3", "Infinity", "1.", "1,5"})
  void what_is_no_number_is_refused(String text) {
    assertThatThrownBy(() -> Numbers.parse(text)).isInstanceOf(NumberFormatException.class);
  }
}
