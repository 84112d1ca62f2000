package ratelab.exporter.group;

import java.util.List;
import java.util.OptionalLong;
import ratelab.exporter.proc.KernelUnits;

/** Sums up the members of a group, in bytes and seconds rather than the kernel's units. */
record GroupSummary(KernelUnits units, long bootEpochSeconds) {

  GroupState of(String name, GroupTotals totals, List<Member> members) {
    return new GroupState(
        name,
        members.size(),
        members.stream().mapToLong(member -> member.stat().threads()).sum(),
        totals.cpu(units.ticksPerSecond()),
        memory(members),
        oldestStart(members));
  }

  private MemoryBytes memory(List<Member> members) {
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

  private OptionalLong oldestStart(List<Member> members) {
    OptionalLong ticks = members.stream().mapToLong(member -> member.id().startTicks()).min();
    return ticks.isPresent()
        ? OptionalLong.of(bootEpochSeconds + ticks.getAsLong() / units.ticksPerSecond())
        : OptionalLong.empty();
  }
}
