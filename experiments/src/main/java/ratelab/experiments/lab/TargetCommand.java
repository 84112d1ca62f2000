package ratelab.experiments.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Words;
import ratelab.experiments.scenario.Work;

/** The command line of a scenario's target. */
public final class TargetCommand {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int FREE = 0;
  private static final String NODE_PEER = "node/server.js";

  private final Apps apps;
  private final PeerFiles peers;
  private final Function<String, Optional<Path>> programs;

  /**
   * @param programs where a program is, if it is anywhere
   */
  TargetCommand(Apps apps, RunDirectory run, Function<String, Optional<Path>> programs) {
    this.apps = apps;
    this.peers = new PeerFiles(run.path().resolve("peers"));
    this.programs = programs;
  }

  /**
   * The command line.
   *
   * @param log where the target shall log what it handles
   * @throws LabException if what it runs on is missing
   */
  List<String> of(Target target, Path log) {
    return switch (target.platform()) {
      case JAVALIN -> apps.command(App.SAMPLE_APP, arguments(target, LOOPBACK, FREE, log));
      case NODE -> node(arguments(target, LOOPBACK, FREE, log));
      case EXPRESS, PYTHON, GO ->
          throw new LabException("no target on " + Words.of(target.platform()) + " yet");
    };
  }

  private List<String> node(List<String> arguments) {
    Path node =
        programs
            .apply("node")
            .orElseThrow(
                () ->
                    new LabException(
                        "the target runs on Node, and there is no 'node' on the PATH; install it"
                            + " (Debian: apt install nodejs) or choose --target javalin"));
    List<String> command =
        new ArrayList<>(List.of(node.toString(), peers.file(NODE_PEER).toString()));
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /**
   * The arguments that every runtime's target takes.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 for a free one
   * @param log where the target shall log what it handles, as it sees that file
   */
  public static List<String> arguments(Target target, String host, int port, Path log) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--concurrency", Words.of(target.concurrency()),
                "--work", Words.of(target.work()),
                "--cpu", Durations.print(target.cpu()),
                "--host", host,
                "--port", Integer.toString(port),
                "--log", log.toString()));
    if (target.work() != Work.BURN) {
      arguments.addAll(List.of("--sleep", Durations.print(target.sleep())));
    }
    if (target.concurrency() == Concurrency.POOL) {
      arguments.addAll(List.of("--threads", Integer.toString(target.threads())));
    }
    return arguments;
  }
}
