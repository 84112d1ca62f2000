package ratelab.sampleapp;

import java.io.PrintStream;
import picocli.CommandLine.ParameterException;

/** Entry point: the only place that prints, exits, or listens to signals. */
public final class SampleAppMain {
  private static final String NAME = "ratelab-sample-app";
  private static final int CANNOT_START = 1;
  private static final int BAD_USAGE = 2;

  private SampleAppMain() {}

  public static void main(String[] args) {
    int status = run(args, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Starts the application, or prints the help or what is wrong. The application's threads keep the
   * process alive after this returns.
   *
   * @return the exit status; 0 also while the application runs
   */
  static int run(String[] args, PrintStream out, PrintStream err) {
    var command = new SampleAppCommand();
    try {
      SampleAppOptions options = command.parse(args);
      if (options == null) {
        out.print(command.help());
        out.flush();
        return 0;
      }
      SampleApp app = SampleApp.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(app), "shutdown"));
      out.println("listening on " + app.url());
      out.flush();
      return 0;
    } catch (ParameterException wrong) {
      err.println(NAME + ": " + wrong.getMessage() + "\nSee --help.");
      return BAD_USAGE;
    } catch (StartException failure) {
      err.println(NAME + ": " + failure.getMessage());
      return CANNOT_START;
    }
  }

  private static void shutDown(SampleApp app) {
    app.close();
    // A sleep that a handler spawned would outlive the process.
    ProcessHandle.current().children().forEach(ProcessHandle::destroy);
  }
}
