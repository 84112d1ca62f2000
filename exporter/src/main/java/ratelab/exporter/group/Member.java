package ratelab.exporter.group;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.IoBytes;
import ratelab.exporter.proc.KeptProcess;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.ProportionalBytes;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.proc.Status;
import ratelab.exporter.proc.ThreadReading;
import ratelab.exporter.rules.Membership;

/** A process that belongs to a group, with what was last read of it. */
final class Member implements AutoCloseable {
  private final KeptProcess process;
  private final SwitchLedger switches = new SwitchLedger();
  private final ThreadLedger threads;
  private Membership membership;
  private Group group;
  private Reading reading;
  private Usage usage;
  private boolean clockIsKnown;
  private boolean ioIsKnown;
  private boolean closed;
  private long swappedBytes;
  private @Nullable Sampled proportional;
  private OptionalLong judgedAtNanos;

  /**
   * Proportional memory as it was read some time ago.
   *
   * @param residentPages of the process at that time: when they change, so does this
   * @param tookNanos how long reading it took
   */
  record Sampled(
      Outcome<ProportionalBytes> bytes, long epochMillis, long residentPages, long tookNanos) {}

  private Member(
      KeptProcess process,
      Membership membership,
      Group group,
      Reading reading,
      Usage usage,
      long watchingSinceTicks) {
    this.process = process;
    this.membership = membership;
    this.group = group;
    this.reading = reading;
    this.usage = usage;
    this.threads = new ThreadLedger(watchingSinceTicks);
    this.judgedAtNanos = reading.cpuNanos();
  }

  /** Whatever it used before is not the exporter's to count. */
  static Member foundRunning(
      KeptProcess process,
      Membership membership,
      Group group,
      Reading reading,
      long watchingSinceTicks) {
    Member member =
        new Member(process, membership, group, reading, Usage.of(reading), watchingSinceTicks);
    member.switches.startFrom(reading);
    return member;
  }

  /** Born while the exporter was watching: everything it ever used counts. */
  static Member newborn(
      KeptProcess process,
      Membership membership,
      Group group,
      Reading reading,
      long watchingSinceTicks) {
    return new Member(process, membership, group, reading, Usage.NOTHING, watchingSinceTicks);
  }

  /** Reads the process again; the very same reading if nothing changed. */
  Outcome<Reading> measure() {
    return process.measure();
  }

  /** Whether this is the reading it has: the process hands out the same one while it sleeps. */
  @SuppressWarnings("ReferenceEquality")
  boolean hasTaken(Reading other) {
    return reading == other;
  }

  /** Takes a newer reading and adds what was used since the last one. */
  void advance(Reading newer, GroupTotals totals) {
    Usage now = usage.advancedTo(Usage.of(newer));
    totals.usage.add(usage, now);
    totals.addSwitches(switches.advance(newer));
    if (newer.threads() instanceof Outcome.Found<List<ThreadReading>>(var found)) {
      threads.advance(found, totals.threads);
    }
    usage = now;
    reading = newer;
    keepWhatIsKnown();
  }

  /** What could not be read now leaves the last value known; what is denied is not known. */
  private void keepWhatIsKnown() {
    clockIsKnown |= reading.cpuNanos().isPresent();
    ioIsKnown =
        switch (reading.io()) {
          case Outcome.Found<IoBytes> found -> true;
          case Outcome.Denied<IoBytes> denied -> false;
          case Outcome.Failed<IoBytes> failed -> ioIsKnown;
          case Outcome.Gone<IoBytes> gone -> ioIsKnown;
        };
    if (reading.status() instanceof Outcome.Found<Status>(Status status)) {
      swappedBytes = status.swappedBytes();
    }
  }

  ProcessId id() {
    return reading.stat().id();
  }

  Membership membership() {
    return membership;
  }

  /** The group it has entered. */
  Group group() {
    return group;
  }

  /** From now on what it uses counts for another group. */
  void moveTo(Membership other, Group otherGroup) {
    group.remove(this);
    membership = other;
    group = otherGroup;
    group.add(this);
  }

  /** Whether it may have changed its name or arguments since the rules judged it. */
  boolean ranSinceJudged() {
    return reading.cpuNanos().isEmpty() || !reading.cpuNanos().equals(judgedAtNanos);
  }

  void judged() {
    judgedAtNanos = reading.cpuNanos();
  }

  Reading reading() {
    return reading;
  }

  Stat stat() {
    return reading.stat();
  }

  Collection<ThreadReading> threads() {
    return threads.readings();
  }

  /** CPU time since its birth; empty if its clock could never be read. */
  OptionalLong cpuNanos() {
    return clockIsKnown ? usage.cpuNanos() : OptionalLong.empty();
  }

  boolean clockIsKnown() {
    return clockIsKnown;
  }

  boolean ioIsKnown() {
    return ioIsKnown;
  }

  long swappedBytes() {
    return swappedBytes;
  }

  /** Null until it was read for the first time. */
  @Nullable Sampled proportional() {
    return proportional;
  }

  /** When its proportional memory was read; empty if that is not known. */
  OptionalLong proportionalEpochMillis() {
    Sampled sampled = proportional;
    return sampled != null && sampled.bytes() instanceof Outcome.Found<ProportionalBytes>
        ? OptionalLong.of(sampled.epochMillis())
        : OptionalLong.empty();
  }

  void sample(Sampled newer) {
    proportional = newer;
  }

  boolean isClosed() {
    return closed;
  }

  /** Leaves its group and frees what was kept open of it. */
  @Override
  public void close() {
    closed = true;
    group.remove(this);
    process.close();
  }
}
