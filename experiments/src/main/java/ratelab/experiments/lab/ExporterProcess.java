package ratelab.experiments.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
public record ExporterProcess(ManagedProcess process, URI url) implements AutoCloseable {
  /**
   * Starts it and waits until it is ready.
   *
   * @param targetIdentity PID@STARTTICKS of the target
   * @param name what messages call it
   */
  public static ExporterProcess start(
      Guardian guardian, Setup setup, String targetIdentity, String name) {
    RunDirectory run = setup.run();
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "-config.path",
                    writeConfig(run, targetIdentity).toString(),
                    "-web.listen-address",
                    "127.0.0.1:0"),
                ExporterConfig.LIGHT.stream())
            .toList();
    ManagedProcess process =
        ManagedProcess.start(
            guardian, name, setup.apps().command(App.EXPORTER, arguments), run.logs());
    return new ExporterProcess(process, process.awaitListening(setup.readyWithin()));
  }

  /** From the next scrape on its group holds another process; the exporter reads the file anew. */
  void follow(RunDirectory run, String targetIdentity) {
    writeConfig(run, targetIdentity);
  }

  private static Path writeConfig(RunDirectory run, String targetIdentity) {
    Path file = run.path().resolve("exporter.yaml");
    try {
      // Under its name it is whole: the exporter looks at it before each scrape.
      Path whole =
          Files.writeString(
              run.path().resolve("exporter.yaml.new"), ExporterConfig.of(targetIdentity));
      return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LabException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
