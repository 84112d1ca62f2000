package ratelab.sampleapp.work;

import java.time.Duration;
import java.util.Locale;

/** The choices of {@code --work}: how a handler lets its time pass. */
public enum WorkKind {
  /** Spawn {@code sleep} and wait for it. */
  EXEC {
    @Override
    public Work work(Duration sleep, Duration cpu, int children) {
      return Work.of(cpu, new ExecPause(sleep));
    }
  },
  /** Sleep within the process. */
  SLEEP {
    @Override
    public Work work(Duration sleep, Duration cpu, int children) {
      return Work.of(cpu, new SleepPause(sleep));
    }
  },
  /** No pause at all, CPU only. */
  BURN {
    @Override
    public Work work(Duration sleep, Duration cpu, int children) {
      return Work.of(cpu, new NoPause());
    }
  },
  /** Spawn children that spend the CPU, one after the other. */
  SPAWN {
    @Override
    public Work work(Duration sleep, Duration cpu, int children) {
      return Work.of(Duration.ZERO, new ChildrenPause(children, cpu));
    }
  };

  /**
   * The work of one handler.
   *
   * @param sleep time to let pass, for {@link #EXEC} and {@link #SLEEP}
   * @param cpu CPU time to spend, for {@link #SPAWN} in each child
   * @param children how many to spawn, for {@link #SPAWN}
   */
  public abstract Work work(Duration sleep, Duration cpu, int children);

  /** Whether {@code --sleep} has a meaning. */
  public boolean sleeps() {
    return this == EXEC || this == SLEEP;
  }

  /** The word on the command line and in the log. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
