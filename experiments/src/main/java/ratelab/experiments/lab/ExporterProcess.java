package ratelab.experiments.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.recording.RunDirectory;

/**
 * The exporter, watching the target and nothing else.
 *
 * @param process its process
 * @param url where it exposes its metrics
 */
record ExporterProcess(ManagedProcess process, URI url) implements AutoCloseable {
  /** The group that holds the target alone. */
  static final String TARGET = "target";

  /** The group of what the target starts. */
  static final String CHILDREN = "target-children";

  /**
   * Nothing that the lab does not ask for: reading proportional memory stops the target for a
   * moment, and its threads are not looked at one by one.
   */
  private static final List<String> LIGHT =
      List.of("-threads=false", "-gather-smaps=false", "-web.page=false");

  /**
   * Starts it and waits until it is ready.
   *
   * @param targetIdentity PID@STARTTICKS of the target
   */
  static ExporterProcess start(Guardian guardian, Setup setup, String targetIdentity) {
    RunDirectory run = setup.run();
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "-config.path",
                    writeConfig(run, targetIdentity).toString(),
                    "-web.listen-address",
                    "127.0.0.1:0"),
                LIGHT.stream())
            .toList();
    ManagedProcess process =
        ManagedProcess.start(
            guardian, "exporter", setup.apps().command(App.EXPORTER, arguments), run.logs());
    return new ExporterProcess(process, process.awaitListening(setup.readyWithin()));
  }

  private static Path writeConfig(RunDirectory run, String targetIdentity) {
    Path file = run.path().resolve("exporter.yaml");
    String config =
        """
        # The target alone, by pid and start time; what it starts is a group of its own.
        process_names:
          - name: %s
            pids: ["%s"]
            children: %s
        """
            .formatted(TARGET, targetIdentity, CHILDREN);
    try {
      return Files.writeString(file, config);
    } catch (IOException e) {
      throw new LabException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
