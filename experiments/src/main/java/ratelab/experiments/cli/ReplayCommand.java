package ratelab.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;

/** {@code lab replay DIR}. */
@Command(
    name = "replay",
    description = "Computes curves, verdicts and report anew from a recorded run.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: the recorded original, which took 711 s to drain:",
      "  lab replay experiments/examples/original-run --out target/original"
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "A run directory, as lab run printed it.")
  private Path directory = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes. Default: into the run directory.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Recording recording = RecordingReader.read(directory);
    Analysis analysis = Analyst.analyse(recording);
    new Console(spec.commandLine().getOut(), spec.commandLine().getErr())
        .summary(analysis, recording, out == null ? directory : out);
    return ExitCode.of(analysis.status()).code();
  }
}
