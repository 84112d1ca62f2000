package ratelab.experiments.junit;

import java.nio.file.Path;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.docker.DockerLab;
import ratelab.experiments.lab.docker.DockerLabOptions;
import ratelab.experiments.lab.docker.ProjectHome;
import ratelab.experiments.lab.service.ThisMachine;
import ratelab.experiments.scenario.Target;

/** Where a test's scenario is played: an image in containers, everything else on this machine. */
final class TestLab {
  private static final String TESTCONTAINERS = "org.testcontainers.DockerClientFactory";

  private TestLab() {}

  /**
   * The lab for one run.
   *
   * @param prometheus {@code auto}, {@code none}, or the path of one
   * @throws LabException if it cannot be had, with the remedy
   */
  static Lab of(Target target, Path directory, String prometheus) {
    PrometheusChoice choice = PrometheusChoice.parse(prometheus);
    return target.isImage()
        ? containers(directory, choice)
        : new ThisMachine(new LocalLabOptions(directory, choice, false));
  }

  private static Lab containers(Path directory, PrometheusChoice choice) {
    ensureTestcontainers();
    boolean takesPart =
        switch (choice) {
          case PrometheusChoice.Auto _ -> true;
          case PrometheusChoice.None _ -> false;
          case PrometheusChoice.Executable _, PrometheusChoice.Attached _ ->
              throw new LabException(
                  "an image's run has a Prometheus of its own, in a container:"
                      + " withPrometheus(\"auto\"), or \"none\"");
        };
    return new DockerLab(new DockerLabOptions(directory, takesPart, false, ProjectHome.path()));
  }

  /** An optional dependency: only images need it. */
  private static void ensureTestcontainers() {
    try {
      Class.forName(TESTCONTAINERS, false, TestLab.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LabException(
          "an image is run by means of Testcontainers, which is not on the class path: add"
              + " org.testcontainers:testcontainers to the tests' dependencies",
          e);
    }
  }
}
