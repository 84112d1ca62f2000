package ratelab.exporter.group;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import ratelab.exporter.proc.KernelUnits;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.ProportionalBytes;
import ratelab.exporter.proc.Stat;

/**
 * Sums up the members of a group, in bytes and seconds rather than the kernel's units.
 *
 * @param hasProportional whether proportional memory is read at all
 */
record GroupSummary(KernelUnits units, long bootEpochSeconds, boolean hasProportional) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  GroupState of(Group group) {
    Collection<Member> members = group.members();
    GroupTotals totals = group.totals();
    ThreadSummary threads = ThreadSummary.of(members);
    return new GroupState(
        group.key(),
        members.size(),
        members.stream().mapToLong(member -> member.stat().threads()).sum(),
        totals.usage.cpu(units.ticksPerSecond(), group.clockIsKnown()),
        group.ioIsKnown() ? Optional.of(totals.usage.io()) : Optional.empty(),
        totals.usage.faults(),
        totals.switches(),
        memory(members),
        proportional(members),
        openDescriptors(members),
        worstDescriptorRatio(members),
        oldestStart(members),
        threads.states(),
        threads.waitChannels(),
        threads.byName(totals.threads, units.ticksPerSecond()));
  }

  /** When a process was started, to the tick. */
  Instant startOf(ProcessId id) {
    return Instant.ofEpochSecond(bootEpochSeconds)
        .plus(
            Duration.ofSeconds(1).dividedBy(units.ticksPerSecond()).multipliedBy(id.startTicks()));
  }

  private MemoryBytes memory(Collection<Member> members) {
    long residentPages = 0;
    long virtualBytes = 0;
    long swappedBytes = 0;
    for (Member member : members) {
      residentPages += member.stat().residentPages();
      virtualBytes += member.stat().virtualBytes();
      swappedBytes += member.swappedBytes();
    }
    return new MemoryBytes(residentPages * units.pageBytes(), virtualBytes, swappedBytes);
  }

  /** CPU time since the process's birth, by its ticks. */
  long nanos(Stat stat) {
    long ticks = stat.userTicks() + stat.systemTicks();
    return ticks * (NANOS_PER_SECOND / units.ticksPerSecond());
  }

  private Optional<ProportionalMemory> proportional(Collection<Member> members) {
    if (!hasProportional) return Optional.empty();
    long resident = 0;
    long swapped = 0;
    long oldest = Long.MAX_VALUE;
    for (Member member : members) {
      Member.Sampled sampled = member.proportional();
      if (sampled == null) return Optional.empty();
      // It has ended since it was listed, and has no memory any more.
      if (sampled.bytes() instanceof Outcome.Gone<ProportionalBytes>) continue;
      if (!(sampled.bytes() instanceof Outcome.Found<ProportionalBytes>(var bytes))) {
        return Optional.empty();
      }
      resident += bytes.resident();
      swapped += bytes.swapped();
      oldest = Math.min(oldest, sampled.epochMillis());
    }
    OptionalLong oldestEpochMillis =
        oldest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(oldest);
    return Optional.of(new ProportionalMemory(resident, swapped, oldestEpochMillis));
  }

  private static OptionalLong openDescriptors(Collection<Member> members) {
    long sum = 0;
    for (Member member : members) {
      if (!(member.reading().openDescriptors() instanceof Outcome.Found<Long>(Long open))) {
        return OptionalLong.empty();
      }
      sum += open;
    }
    return OptionalLong.of(sum);
  }

  private static OptionalDouble worstDescriptorRatio(Collection<Member> members) {
    double worst = 0;
    for (Member member : members) {
      if (!(member.reading().openDescriptors() instanceof Outcome.Found<Long>(Long open))
          || !(member.reading().descriptorLimit() instanceof Outcome.Found<Long>(Long limit))) {
        return OptionalDouble.empty();
      }
      worst = Math.max(worst, (double) open / limit);
    }
    return OptionalDouble.of(worst);
  }

  private OptionalLong oldestStart(Collection<Member> members) {
    OptionalLong ticks = members.stream().mapToLong(member -> member.id().startTicks()).min();
    return ticks.isPresent()
        ? OptionalLong.of(bootEpochSeconds + ticks.getAsLong() / units.ticksPerSecond())
        : OptionalLong.empty();
  }
}
