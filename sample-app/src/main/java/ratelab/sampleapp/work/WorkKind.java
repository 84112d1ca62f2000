package ratelab.sampleapp.work;

import java.time.Duration;
import java.util.Locale;

/** The choices of {@code --work}: how a handler lets its time pass. */
public enum WorkKind {
  /** Spawn {@code sleep} and wait for it. */
  EXEC {
    @Override
    Pause pause(Duration length) {
      return new ExecPause(length);
    }
  },
  /** Sleep within the process. */
  SLEEP {
    @Override
    Pause pause(Duration length) {
      return new SleepPause(length);
    }
  },
  /** No pause at all, CPU only. */
  BURN {
    @Override
    Pause pause(Duration length) {
      return new NoPause();
    }
  };

  abstract Pause pause(Duration length);

  /** The word on the command line and in the log. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
