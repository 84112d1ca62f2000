package ratelab.experiments.lab.docker;

import java.nio.file.Path;
import java.util.OptionalLong;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LabPhase;
import ratelab.experiments.lab.SmallScenario;
import ratelab.experiments.scenario.Platform;

/** A program that plays a Docker lab, to be ended in the middle of it: prints the phases. */
final class DockerLabToEnd {
  private DockerLabToEnd() {}

  public static void main(String[] arguments) {
    LabListener phases =
        new LabListener() {
          @Override
          public void phase(LabPhase phase, OptionalLong expectedEndMillis) {
            System.out.println(phase);
          }
        };
    new DockerLab(DockerRuns.options(Path.of(arguments[0]), true))
        .record(SmallScenario.on(Platform.JAVALIN), phases);
  }
}
