package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.OptionalLong;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.recording.HandlerLog;
import ratelab.experiments.scenario.Platform;

/** What goes wrong is told in one message with cause and remedy, and leaves no process. */
class LocalLabErrorsIT {
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  @TempDir private Path directory;

  @AfterEach
  void nothing_is_left() {
    new MarkedProcesses(directory.toString()).awaitNone(Duration.ofSeconds(10));
  }

  @Test
  void a_target_that_cannot_start() {
    assertRunFails(BrokenApps.with(App.SAMPLE_APP, BrokenApps.EndsAtOnce.class))
        .hasMessage(
            """
            the target ended with status 1; its last words (%s):
              port 3000 is in use; free it or choose another --port\
            """
                .formatted(log("target")));
  }

  @Test
  void a_target_that_never_gets_ready() {
    Apps apps = BrokenApps.with(App.SAMPLE_APP, BrokenApps.NeverReady.class);
    LocalLab lab = new LocalLab(options("none"), apps, Duration.ofSeconds(5));
    assertThatThrownBy(() -> lab.record(SmallScenario.on(Platform.JAVALIN), LabListener.SILENT))
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            waited 5.0 s for the target to print 'listening on URL'; its last words (%s):
              waiting for a database\
            """
                .formatted(log("target")));
  }

  @Test
  void a_target_that_dies_under_load() {
    LabListener killer = at(LabPhase.LOAD, () -> target().destroyForcibly());
    LocalLab lab = new LocalLab(options("none"), Apps.ofThisProcess(), READY_WITHIN);
    assertThatThrownBy(() -> lab.record(SmallScenario.on(Platform.JAVALIN), killer))
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith("the target ended with status 137; ");
  }

  @Test
  void a_run_that_is_interrupted() {
    LabListener interrupter = at(LabPhase.IDLE, Thread.currentThread()::interrupt);
    LocalLab lab = new LocalLab(options("none"), Apps.ofThisProcess(), READY_WITHIN);
    assertThatThrownBy(() -> lab.record(SmallScenario.on(Platform.JAVALIN), interrupter))
        .isInstanceOf(LabException.class)
        .hasMessage("interrupted while waiting for the end of the phase idle baseline")
        .hasNoSuppressedExceptions();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void an_exporter_that_answers_500() {
    assertRunFails(BrokenApps.with(App.EXPORTER, BrokenApps.AnswersWith500.class))
        .hasMessageMatching(
            "the first scrape of the exporter failed: GET http://127.0.0.1:\\d+/metrics: HTTP 500:"
                + " .*");
  }

  @Test
  void a_load_generator_that_cannot_start() {
    assertRunFails(BrokenApps.with(App.LOADGEN, BrokenApps.EndsAtOnce.class))
        .hasMessageStartingWith("the load generator ended with status 1; its last words");
  }

  @Test
  void a_prometheus_that_does_not_start() throws IOException {
    Path fake = directory.resolve("prometheus");
    Files.writeString(fake, "#!/bin/sh\necho 'err=\"no space left on device\"' >&2\nexit 1\n");
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
    assertRunFails(options(fake.toString()), Apps.ofThisProcess())
        .hasMessage(
            """
            the prometheus ended with status 1; its last words (%s):
              err="no space left on device"
            run with --prometheus none to go without, or with the path of another one\
            """
                .formatted(log("prometheus")));
  }

  @Test
  void a_prometheus_that_is_not_there() {
    assertRunFails(options("/no/such/prometheus"), Apps.ofThisProcess())
        .hasMessage(
            "/no/such/prometheus is no executable file; give the path of a prometheus, or"
                + " --prometheus none to go without");
    assertThat(directory.resolve("run")).doesNotExist();
  }

  @Test
  void a_directory_that_holds_a_run_already() throws IOException {
    Files.createDirectories(directory.resolve("run/logs"));
    assertRunFails(Apps.ofThisProcess())
        .hasMessage(directory.resolve("run") + " holds a run already; give another directory");
  }

  private static LabListener at(LabPhase moment, Runnable action) {
    return new LabListener() {
      @Override
      public void phase(LabPhase phase, OptionalLong expectedEndMillis) {
        if (phase == moment) {
          action.run();
        }
      }
    };
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRunFails(Apps apps) {
    return assertRunFails(options("none"), apps);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRunFails(
      LocalLabOptions options, Apps apps) {
    LocalLab lab = new LocalLab(options, apps, READY_WITHIN);
    return assertThatThrownBy(
            () -> lab.record(SmallScenario.on(Platform.JAVALIN), LabListener.SILENT))
        .isInstanceOf(LabException.class);
  }

  private LocalLabOptions options(String prometheus) {
    return new LocalLabOptions(directory.resolve("run"), PrometheusChoice.parse(prometheus), false);
  }

  private Path log(String process) {
    return directory.resolve("run/logs/" + process + ".err.log");
  }

  private ProcessHandle target() {
    HandlerLog log = HandlerLog.readGrowing(directory.resolve("run/handled.jsonl"));
    return ProcessHandle.of(log.header().orElseThrow().pid()).orElseThrow();
  }
}
