package ratelab.experiments.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ratelab.experiments.scenario.ScenarioException;

/** {@code lab init FILE}. */
@Command(
    name = "init",
    description = "Writes a commented scenario for a service of your own, to be filled in.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Then: fill in url and command (or image, pid, exporter, prometheus), and lab run FILE"
    })
final class InitCommand implements Runnable {
  private static final String TEMPLATE = "own-service.yaml";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "my-service.yaml",
      description = "What to write. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of("");

  @Override
  public void run() {
    try (InputStream template = InitCommand.class.getResourceAsStream(TEMPLATE)) {
      if (template == null) {
        throw new IllegalStateException(TEMPLATE + " is missing beside " + InitCommand.class);
      }
      Files.write(file, template.readAllBytes(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new ScenarioException(file + ": is there already; give another file");
    } catch (IOException e) {
      throw new ScenarioException(
          "%s: cannot be written (%s); give another file".formatted(file, Expected.reason(e)));
    }
    spec.commandLine()
        .getOut()
        .printf("%s: fill in where your service is; then: lab run %s%n", file, file);
    spec.commandLine().getOut().flush();
  }
}
