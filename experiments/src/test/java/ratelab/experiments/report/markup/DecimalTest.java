package ratelab.experiments.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalTest {
  @Test
  void numbers_have_no_exponent_and_no_negative_zero() {
    assertThat(Decimal.fixed(71.05, 1)).isEqualTo("71.1");
    assertThat(Decimal.fixed(-0.04, 1)).isEqualTo("0.0");
    assertThat(Decimal.fixed(12, 0)).isEqualTo("12");
    assertThat(Decimal.upTo(71.04, 1)).isEqualTo("71");
    assertThat(Decimal.upTo(1200, 1)).isEqualTo("1200");
    assertThat(Decimal.upTo(-0.01, 1)).isEqualTo("0");
    assertThat(Decimal.significant(0.000_666_666_7, 5)).isEqualTo("0.00066667");
    assertThat(Decimal.significant(1_234_567, 3)).isEqualTo("1230000");
  }
}
