package ratelab.experiments.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Admission;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.Drop;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Words;
import ratelab.experiments.scenario.Work;

/** The command line of a scenario's target. */
public final class TargetCommand {
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Some seconds after its last work V8 collects garbage to give memory back, which uses more CPU
   * than many a request: no part of what is measured.
   */
  private static final String QUIET_NODE = "--no-memory-reducer";

  /**
   * Debian's libraries after the user's own; the shell becomes Node, so its pid is the target's.
   */
  private static final String EXPRESS =
      "NODE_PATH=${NODE_PATH:+$NODE_PATH:}" + Runtimes.NODE_LIBRARIES + " exec \"$0\" \"$@\"";

  /** Compiles, and becomes what was compiled. */
  private static final String GO = "sh \"$0\" \"$1\" >&2 && exec \"$@\"";

  private static final String GO_BINARY = "/ratelab-peer-go";

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
   * @param scenario whose target it is
   * @param port where it listens; 0: anywhere
   * @param log where the target shall log what it handles
   * @throws LabException if what it runs on is missing
   */
  List<String> of(Scenario scenario, int port, Path log) {
    Target target = scenario.target();
    Runtimes.missing(target.platform(), programs)
        .ifPresent(
            reason -> {
              throw new LabException(reason);
            });
    List<String> arguments = arguments(target, LOOPBACK, port, log);
    arguments.addAll(admission(target.admission(), scenario.load()));
    return switch (target.platform()) {
      case JAVALIN -> apps.command(App.SAMPLE_APP, arguments);
      case NODE -> command(List.of(program("node"), QUIET_NODE, peer("node/server.js")), arguments);
      case EXPRESS ->
          command(
              List.of(
                  program("sh"),
                  "-c",
                  EXPRESS,
                  program("node"),
                  QUIET_NODE,
                  peer("express/server.js")),
              arguments);
      case PYTHON -> command(List.of(program("python3"), peer("python/server.py")), arguments);
      case GO ->
          command(
              List.of(
                  program("sh"),
                  "-c",
                  GO,
                  peer("go/build"),
                  peer("go/build").replaceFirst("/build$", GO_BINARY)),
              arguments);
      case OWN -> throw new LabException("one's own service is not started as the sample app is");
    };
  }

  private static List<String> command(List<String> program, List<String> arguments) {
    return Stream.concat(program.stream(), arguments.stream()).toList();
  }

  private String program(String name) {
    return programs.apply(name).map(Path::toString).orElse(name);
  }

  private String peer(String name) {
    return peers.file(name).toString();
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
    if (target.work().sleeps()) {
      arguments.addAll(List.of("--sleep", Durations.print(target.sleep())));
    }
    if (target.concurrency() == Concurrency.POOL) {
      arguments.addAll(List.of("--threads", Integer.toString(target.threads())));
    }
    if (target.work() == Work.SPAWN) {
      arguments.addAll(List.of("--children", Integer.toString(target.children())));
    }
    return arguments;
  }

  /** The deadline of a request is its client's timeout, counted from its arrival. */
  private static List<String> admission(Admission admission, Load load) {
    List<String> arguments = new ArrayList<>();
    admission
        .queue()
        .ifPresent(queue -> arguments.addAll(List.of("--queue", Integer.toString(queue))));
    if (admission.drop() != Drop.NEVER) {
      arguments.addAll(List.of("--drop", Words.of(admission.drop())));
    }
    if (admission.drop() == Drop.DEADLINE) {
      arguments.addAll(List.of("--deadline", Durations.print(load.timeout())));
    }
    return arguments;
  }
}
