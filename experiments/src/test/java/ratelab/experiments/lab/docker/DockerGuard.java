package ratelab.experiments.lab.docker;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Skips a class's tests where no Docker engine answers, with one line that says so. Where the
 * environment variable {@code RATELAB_REQUIRE} names docker, that is a failure. An engine that is
 * there and cannot be used is always a failure: the question itself throws then.
 */
public final class DockerGuard implements ExecutionCondition {
  private final BooleanSupplier answers;
  private final String required;

  /** For JUnit. */
  public DockerGuard() {
    this(Engine::answers, System.getenv().getOrDefault("RATELAB_REQUIRE", ""));
  }

  DockerGuard(BooleanSupplier answers, String required) {
    this.answers = answers;
    this.required = required;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return evaluated();
  }

  ConditionEvaluationResult evaluated() {
    if (answers.getAsBoolean()) {
      return ConditionEvaluationResult.enabled("a Docker engine answers");
    }
    if (Set.of(required.split(",")).contains("docker")) {
      throw new AssertionFailedError("no Docker engine answers (RATELAB_REQUIRE=" + required + ")");
    }
    return ConditionEvaluationResult.disabled("no Docker engine answers; start one to run this");
  }
}
