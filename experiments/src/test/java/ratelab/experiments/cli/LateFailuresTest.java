package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LateFailuresTest {
  private final StringWriter printed = new StringWriter();

  @Test
  void one_line_says_which_thread_failed_and_why() throws InterruptedException {
    fail(late(false));

    assertThat(printed)
        .hasToString("lab: in clean-up: the engine is gone" + System.lineSeparator());
  }

  @Test
  void what_follows_from_an_explained_failure_is_not_told_again() throws InterruptedException {
    LateFailures late = late(false);
    late.explained();
    fail(late);

    assertThat(printed).hasToString("");
  }

  @Test
  void whoever_asks_for_traces_gets_this_one_too() throws InterruptedException {
    LateFailures late = late(true);
    late.explained();
    fail(late);

    assertThat(printed.toString())
        .startsWith("java.lang.IllegalStateException: the engine is gone")
        .contains("at ratelab.experiments.cli.LateFailuresTest");
  }

  private LateFailures late(boolean verbose) {
    return new LateFailures(new PrintWriter(printed), verbose);
  }

  private static void fail(LateFailures late) throws InterruptedException {
    Thread thread =
        Thread.ofPlatform()
            .name("clean-up")
            .uncaughtExceptionHandler(late)
            .start(
                () -> {
                  throw new IllegalStateException("the engine is gone");
                });
    thread.join();
  }
}
