package ratelab.experiments.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns the three apps into command lines: their classes come from the lab's own class path, their
 * runtime is the lab's own Java. No source file knows more of the apps than this.
 *
 * @param java the {@code java} executable
 * @param classPath where the apps' classes are
 * @param mainClasses what each app starts with
 */
public record Apps(Path java, String classPath, Map<App, String> mainClasses) {
  /**
   * Small and quiet: what the JVM does on its own account shows up in the curves. A thread of each
   * worker, and nothing else, lives on a stack. An idle JVM's largest part is the thread that looks
   * for idle monitors four times a second; once a minute is enough here, and cuts the idle CPU to
   * an eighth.
   */
  private static final List<String> JVM_FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:AsyncDeflationInterval=60000",
          "-Xss256k",
          "-Xmx128m");

  /** The programs that the lab starts. */
  public enum App {
    EXPORTER,
    SAMPLE_APP,
    LOADGEN
  }

  public Apps {
    mainClasses = Map.copyOf(mainClasses);
  }

  /** The apps as this process' class path has them. */
  public static Apps ofThisProcess() {
    return new Apps(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"),
        Map.of(
            App.EXPORTER, "ratelab.exporter.ExporterMain",
            App.SAMPLE_APP, "ratelab.sampleapp.SampleAppMain",
            App.LOADGEN, "ratelab.loadgen.LoadgenMain"));
  }

  /**
   * The command line of an app.
   *
   * @param arguments as the app's own {@code --help} has them
   */
  public List<String> command(App app, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(JVM_FLAGS);
    command.add("-cp");
    command.add(classPath);
    command.add(mainClasses.getOrDefault(app, app.name()));
    command.addAll(arguments);
    return List.copyOf(command);
  }
}
