package ratelab.experiments.cli;

import ratelab.experiments.analysis.Status;

/** What the lab's exit codes mean. */
enum ExitCode {
  PASS(0),
  FAIL(1),
  COULD_NOT_RUN(2),
  INCONCLUSIVE(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(Status status) {
    return switch (status) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
