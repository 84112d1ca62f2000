package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.opentest4j.AssertionFailedError;

/** A missing engine is a visible skip or a failure, and a broken one never a skip. */
class DockerGuardTest {
  @Test
  void an_engine_that_answers_runs_the_tests() {
    assertThat(evaluated(() -> true, "docker").isDisabled()).isFalse();
  }

  @Test
  void no_engine_skips_the_tests_and_says_so() {
    ConditionEvaluationResult result = evaluated(() -> false, "node,hey");
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason()).contains("no Docker engine answers; start one to run this");
  }

  @Test
  void no_engine_is_a_failure_where_docker_is_required() {
    assertThatThrownBy(() -> evaluated(() -> false, "node,docker"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("no Docker engine answers (RATELAB_REQUIRE=node,docker)");
  }

  @Test
  void an_engine_that_cannot_be_used_is_never_a_skip() {
    BooleanSupplier broken =
        () -> {
          throw new IllegalArgumentException("no local image for ryuk");
        };
    assertThatThrownBy(() -> evaluated(broken, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no local image for ryuk");
  }

  private static ConditionEvaluationResult evaluated(BooleanSupplier answers, String required) {
    return new DockerGuard(answers, required).evaluated();
  }
}
