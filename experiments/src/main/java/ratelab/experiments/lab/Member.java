package ratelab.experiments.lab;

import java.util.OptionalInt;

/** Something that takes part in a run: a process or a container. */
public interface Member {
  /** What messages call it. */
  String name();

  /** Its exit status; empty while it runs. */
  OptionalInt exitStatus();

  /** The last lines that it printed, for messages. */
  String lastWords();

  /**
   * Does nothing while it runs.
   *
   * @throws LabException if it has ended, with the last lines of its log
   */
  default void ensureAlive() {
    exitStatus()
        .ifPresent(
            status -> {
              throw ended(status);
            });
  }

  /** Says that it ended, and its last words. */
  default LabException ended(int status) {
    return new LabException("the " + name() + " ended with status " + status + "; " + lastWords());
  }
}
