package ratelab.sampleapp;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The Javalin application within the test's own process. */
record InProcess(SampleApp app, Path log) implements RunningApp {

  static InProcess start(Path log, List<String> args) {
    var options = new SampleAppCommand().parse(args.toArray(String[]::new));
    return new InProcess(SampleApp.start(Objects.requireNonNull(options)), log);
  }

  static Outcome run(List<String> args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        SampleAppMain.run(
            args.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Override
  public String url() {
    return app.url();
  }

  @Override
  public long pid() {
    return ProcessHandle.current().pid();
  }

  @Override
  public void close() {
    app.close();
  }
}
