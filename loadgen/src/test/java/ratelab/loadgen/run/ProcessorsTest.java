package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessorsTest {
  @Test
  void the_kernels_list_of_processors_has_ranges_and_single_numbers() throws Exception {
    assertThat(
            Processors.allowed(
                List.of("Name:\tjava", "Cpus_allowed:\t10f", "Cpus_allowed_list:\t0-3,8")))
        .containsExactly(0, 1, 2, 3, 8);
  }
}
