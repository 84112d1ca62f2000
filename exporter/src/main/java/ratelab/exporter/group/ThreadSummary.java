package ratelab.exporter.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ratelab.exporter.proc.IoBytes;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ThreadReading;

/** Counts the threads of a group's members: by state, by wait channel, by name. */
final class ThreadSummary {
  private final SortedMap<String, Integer> waitChannels = new TreeMap<>();
  private final SortedMap<String, List<ThreadReading>> byName = new TreeMap<>();
  private int running;
  private int sleeping;
  private int waiting;
  private int zombie;
  private int other;

  private ThreadSummary() {}

  static ThreadSummary of(Collection<Member> members) {
    ThreadSummary summary = new ThreadSummary();
    members.forEach(summary::add);
    return summary;
  }

  /** Threads one by one where they were read; else the main one stands for the process. */
  private void add(Member member) {
    Collection<ThreadReading> threads = member.threads();
    if (threads.isEmpty()) {
      add(member.stat().state(), member.reading().waitChannel());
      return;
    }
    for (ThreadReading thread : threads) {
      add(thread.stat().state(), thread.waitChannel());
      byName.computeIfAbsent(thread.stat().comm(), name -> new ArrayList<>()).add(thread);
    }
  }

  private void add(char state, Outcome<String> waitChannel) {
    switch (state) {
      case 'R' -> running++;
      case 'S' -> sleeping++;
      case 'D' -> waiting++;
      case 'Z' -> zombie++;
      default -> other++;
    }
    if (waitChannel instanceof Outcome.Found<String>(String channel) && !channel.isEmpty()) {
      waitChannels.merge(channel, 1, Integer::sum);
    }
  }

  StateCounts states() {
    return new StateCounts(running, sleeping, waiting, zombie, other);
  }

  SortedMap<String, Integer> waitChannels() {
    return Collections.unmodifiableSortedMap(waitChannels);
  }

  List<ThreadGroupState> byName(ThreadNames names, int ticksPerSecond) {
    names.prune(byName.keySet());
    List<ThreadGroupState> states = new ArrayList<>();
    for (Map.Entry<String, List<ThreadReading>> named : byName.entrySet()) {
      ThreadTotals totals = names.of(named.getKey());
      List<ThreadReading> threads = named.getValue();
      boolean clockIsKnown = threads.stream().allMatch(thread -> thread.cpuNanos().isPresent());
      boolean ioIsKnown =
          threads.stream().noneMatch(thread -> thread.io() instanceof Outcome.Denied<IoBytes>);
      states.add(
          new ThreadGroupState(
              named.getKey(),
              threads.size(),
              totals.usage.cpu(ticksPerSecond, clockIsKnown),
              ioIsKnown ? Optional.of(totals.usage.io()) : Optional.empty(),
              totals.usage.faults(),
              totals.switches()));
    }
    return List.copyOf(states);
  }
}
