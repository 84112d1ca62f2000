package ratelab.exporter.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProportionalBytes;

/**
 * Whose proportional memory is read in a scan. It costs more than all else together, so idle
 * processes take turns: no value gets older than {@link #maxAgeMillis}, each scan reads an even
 * share of them, and beyond that only those whose resident memory has changed.
 *
 * @param nowEpochMillis when the scan is
 * @param intervalMillis how long ago the one before was
 */
record SamplingPlan(long nowEpochMillis, long intervalMillis) {
  private static final long LEAST_MAX_AGE_MILLIS = 30_000;

  /** Reading takes a lock that the process itself needs, so at most a hundredth of its time. */
  private static final int REST_PER_READ = 100;

  /** Thirty seconds or two scans, whichever is longer. */
  long maxAgeMillis() {
    return Math.max(LEAST_MAX_AGE_MILLIS, 2 * intervalMillis);
  }

  /** Those to read, in this order: who has no value, then by age, the expensive ones last. */
  List<Member> due(Collection<Member> members) {
    List<Member> due = new ArrayList<>();
    List<Member> others = new ArrayList<>();
    for (Member member : members) {
      (mustBeRead(member) ? due : others).add(member);
    }
    others.removeIf(member -> isExpensive(member) || age(member) == 0);
    others.sort(Comparator.comparingLong(this::age).reversed());
    due.addAll(others.subList(0, Math.clamp(share(members.size()) - due.size(), 0, others.size())));
    due.sort(
        Comparator.comparing(SamplingPlan::isExpensive)
            .thenComparing(Comparator.comparingLong(this::age).reversed()));
    return due;
  }

  private int share(int members) {
    return (int) Math.ceilDiv(members * Math.min(intervalMillis, maxAgeMillis()), maxAgeMillis());
  }

  private boolean mustBeRead(Member member) {
    Member.Sampled sampled = member.proportional();
    if (sampled == null) return true;
    if (isExpensive(member)) {
      long restMillis = sampled.tookNanos() / 1_000_000 * REST_PER_READ;
      return age(member) >= Math.max(maxAgeMillis(), restMillis);
    }
    return switch (sampled.bytes()) {
      case Outcome.Failed<ProportionalBytes> failed -> true;
      case Outcome.Gone<ProportionalBytes> gone -> true;
      case Outcome.Denied<ProportionalBytes> denied -> age(member) >= maxAgeMillis();
      case Outcome.Found<ProportionalBytes> found ->
          age(member) >= maxAgeMillis() || sampled.residentPages() != member.stat().residentPages();
    };
  }

  private static boolean isExpensive(Member member) {
    Member.Sampled sampled = member.proportional();
    return sampled != null && sampled.tookNanos() > ProportionalSampler.BUDGET_NANOS;
  }

  private long age(Member member) {
    Member.Sampled sampled = member.proportional();
    return sampled == null ? Long.MAX_VALUE : nowEpochMillis - sampled.epochMillis();
  }
}
