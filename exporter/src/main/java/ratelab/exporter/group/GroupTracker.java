package ratelab.exporter.group;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import ratelab.exporter.proc.Listing;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.UserNames;
import ratelab.exporter.rules.GroupKey;
import ratelab.exporter.rules.GroupRules;

/**
 * Follows processes from scan to scan. A process is its pid and its start time; a counter of a
 * group is a sum of differences, so that it survives its members, a reused pid, a failed read and
 * new rules. One thread at a time.
 */
public final class GroupTracker implements AutoCloseable {
  private final Procfs procfs;
  private final Supplier<GroupRules> currentRules;
  private final TrackingOptions options;
  private final GroupSummary summary;
  private final ErrorCounts errors = new ErrorCounts();
  private final UserNames users;
  private final Groups groups;
  private final Population population;
  private final Optional<ProportionalSampler> sampler;
  private GroupRules rules;

  private GroupTracker(
      Procfs procfs,
      Supplier<GroupRules> currentRules,
      TrackingOptions options,
      UserNames users,
      Optional<ProportionalSampler> sampler,
      InstantSource clock)
      throws IOException {
    this.procfs = procfs;
    this.currentRules = currentRules;
    this.options = options;
    this.users = users;
    this.summary = new GroupSummary(procfs.units(), procfs.bootEpochSeconds(), sampler.isPresent());
    this.groups = new Groups(summary, procfs.whyNoCpuClock().isEmpty());
    this.sampler = sampler;
    this.rules = currentRules.get();
    Judge judge = new Judge(procfs, users, errors, summary);
    this.population = new Population(procfs, options, judge, groups, summary, errors, clock, rules);
  }

  /**
   * Starts with a first scan, at which all counters are 0.
   *
   * @param currentRules asked before every scan; other rules than before are taken over then, and
   *     counters go on
   * @param sampler reads proportional memory; empty: there is none
   * @throws IOException if the processes cannot be listed
   */
  public static GroupTracker start(
      Procfs procfs,
      Supplier<GroupRules> currentRules,
      TrackingOptions options,
      UserNames users,
      Optional<ProportionalSampler> sampler,
      InstantSource clock)
      throws IOException {
    GroupTracker tracker = new GroupTracker(procfs, currentRules, options, users, sampler, clock);
    tracker.prepareGroups();
    tracker.population.pass(procfs.list());
    tracker.population.watch();
    return tracker;
  }

  /** Reads all processes once; one that cannot be read keeps the values last known. */
  public GroupScan scan() {
    long beganNanos = System.nanoTime();
    int listed = 0;
    List<GroupState> states = List.of();
    try {
      takeOverNewRules();
      Listing listing = procfs.list();
      listed = listing.size();
      population.pass(listing);
      if (options.removeEmptyGroups()) groups.removeEmpty();
      sampler.ifPresent(one -> one.refresh(population.members()));
      population.members().forEach(this::countErrors);
      states = groups.states();
    } catch (IOException e) {
      errors.scanFailed(String.valueOf(e.getMessage()));
    }
    ScanCost cost =
        new ScanCost(
            System.nanoTime() - beganNanos,
            listed,
            population.members().size(),
            procfs.filesRead(),
            oldestProportional());
    return new GroupScan(beganNanos, states, errors.totals(), cost);
  }

  /** The members of a group as the last scan left them; empty for one that does not exist. */
  public List<ProcessState> processes(GroupKey group) {
    return groups
        .find(group)
        .map(found -> new ProcessStates(procfs, users, summary).of(found))
        .orElse(List.of());
  }

  /** How many processes are remembered, in a group or not. */
  int remembered() {
    return population.size();
  }

  @SuppressWarnings("ReferenceEquality") // The same instance until the configuration is read again.
  private void takeOverNewRules() throws IOException {
    GroupRules newer = currentRules.get();
    if (newer == rules) return;
    rules = newer;
    population.follow(newer);
    prepareGroups();
  }

  private void prepareGroups() {
    if (options.unseenGroups()) groups.expect(rules.fixedGroups());
  }

  /**
   * Counts anew in every scan, as what could not be read is missing in every scan; but not what a
   * process that has just ended refuses, which no right would bring.
   */
  private void countErrors(Member member) {
    Reading reading = member.reading();
    if (reading.stat().hasEnded()) return;
    boolean partial = errors.failed(Part.STATUS, reading.status());
    partial |= errors.failed(Part.IO, reading.io());
    partial |= errors.failed(Part.DESCRIPTORS, reading.openDescriptors());
    partial |= errors.failed(Part.LIMITS, reading.descriptorLimit());
    partial |= errors.failed(Part.WAIT_CHANNEL, reading.waitChannel());
    partial |= errors.failed(Part.THREADS, reading.threads());
    Member.Sampled sampled = member.proportional();
    if (sampled != null) partial |= errors.failed(Part.PROPORTIONAL, sampled.bytes());
    if (partial) errors.partial();
  }

  private OptionalLong oldestProportional() {
    return population.members().stream()
        .flatMapToLong(member -> member.proportionalEpochMillis().stream())
        .min();
  }

  @Override
  public void close() {
    sampler.ifPresent(ProportionalSampler::close);
  }
}
