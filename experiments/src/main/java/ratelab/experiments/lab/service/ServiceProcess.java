package ratelab.experiments.lab.service;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import ratelab.experiments.lab.Guardian;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.ManagedProcess;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.ProcessStat;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.scenario.OwnService;

/**
 * The process of a user's service on this machine.
 *
 * @param member tells whether it still runs
 * @param stat which process it is
 */
record ServiceProcess(Member member, ProcessStat stat) {

  /**
   * Starts it and waits until its URL answers, with whatever status.
   *
   * @param lifetime ends it
   * @throws LabException if it ends or does not answer; with the last lines of its log
   */
  static ServiceProcess start(
      Lifetime lifetime, Guardian guardian, Setup setup, OwnService.Command command, URI url) {
    ManagedProcess process =
        lifetime.add(ManagedProcess.start(guardian, "target", words(command), setup.run().logs()));
    FirstAnswer.await(process, url, setup.readyWithin());
    return new ServiceProcess(process, stat(process.pid()));
  }

  /**
   * Finds it; the lab never ends it.
   *
   * @throws LabException if there is no such process
   */
  static ServiceProcess find(OwnService.Pid pid) {
    ProcessStat stat = stat(pid.pid());
    if (stat.hasEnded()) {
      throw new LabException(
          "process %d has ended and is a zombie, whose parent has not asked yet how it ended: check target.pid"
              .formatted(stat.pid()));
    }
    return new ServiceProcess(new Found(stat), stat);
  }

  /** The program env becomes the service, so the process is the service's. */
  private static List<String> words(OwnService.Command command) {
    List<String> words = new ArrayList<>(List.of("env"));
    command.directory().ifPresent(directory -> words.addAll(List.of("-C", directory)));
    words.addAll(command.environment());
    words.addAll(command.words());
    return words;
  }

  private static ProcessStat stat(long pid) {
    return ProcessStat.read(pid)
        .orElseThrow(
            () ->
                new LabException(
                    "there is no process " + pid + " on this machine: check target.pid"));
  }

  /** A process that somebody else started: how it ends is not known, only that it has. */
  private record Found(ProcessStat stat) implements Member {
    private static final int UNKNOWN_STATUS = -1;

    @Override
    public String name() {
      return "target (process " + stat.pid() + ")";
    }

    @Override
    public OptionalInt exitStatus() {
      return stat.stillRuns() ? OptionalInt.empty() : OptionalInt.of(UNKNOWN_STATUS);
    }

    @Override
    public String lastWords() {
      return "the lab did not start it and has no log of it";
    }

    @Override
    public void ensureAlive() {
      if (exitStatus().isPresent()) {
        throw new LabException("the " + name() + " has ended; " + lastWords());
      }
    }
  }
}
