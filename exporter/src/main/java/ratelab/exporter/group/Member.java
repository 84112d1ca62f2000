package ratelab.exporter.group;

import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.proc.Status;

/** A process that belongs to a group, with what was last read of it. */
final class Member {
  private final Membership membership;
  private Stat stat;
  private Usage usage;
  private long swappedBytes;

  private Member(Membership membership, Reading reading, Usage usage) {
    this.membership = membership;
    this.stat = reading.stat();
    this.usage = usage;
    keepSwap(reading);
  }

  /** Whatever it used before is not the exporter's to count. */
  static Member foundRunning(Membership membership, Reading reading) {
    return new Member(membership, reading, Usage.of(reading));
  }

  /** Born while the exporter was watching: everything it ever used counts. */
  static Member newborn(Membership membership, Reading reading) {
    return new Member(membership, reading, Usage.NOTHING);
  }

  /** Takes a newer reading and adds what was used since the last one. */
  void advance(Reading reading, GroupTotals totals) {
    Usage now = usage.advancedTo(Usage.of(reading));
    totals.add(usage, now);
    if (reading.cpuNanos().isPresent()) totals.clockWasRead();
    usage = now;
    stat = reading.stat();
    keepSwap(reading);
  }

  /** A status that could not be read leaves the last value known. */
  private void keepSwap(Reading reading) {
    if (reading.status() instanceof Outcome.Found<Status>(Status status)) {
      swappedBytes = status.swappedBytes();
    }
  }

  ProcessId id() {
    return stat.id();
  }

  Membership membership() {
    return membership;
  }

  Stat stat() {
    return stat;
  }

  long swappedBytes() {
    return swappedBytes;
  }
}
