package ratelab.exporter.group;

import java.time.Duration;

/** How long after its start a process is judged again and again, since it may exec or rename. */
public sealed interface Recheck {
  /** Whether a process of this age is still to be judged. */
  boolean appliesAt(Duration age);

  /** Judged once, when first seen. */
  record Never() implements Recheck {
    @Override
    public boolean appliesAt(Duration age) {
      return false;
    }
  }

  record Always() implements Recheck {
    @Override
    public boolean appliesAt(Duration age) {
      return true;
    }
  }

  /** Only while the process is young: whatever it becomes, it has become by then. */
  record UntilAge(Duration limit) implements Recheck {
    @Override
    public boolean appliesAt(Duration age) {
      return age.compareTo(limit) <= 0;
    }
  }
}
