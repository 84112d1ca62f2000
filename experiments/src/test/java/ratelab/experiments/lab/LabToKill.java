package ratelab.experiments.lab;

import java.nio.file.Path;
import java.util.OptionalLong;
import ratelab.experiments.scenario.Platform;

/** A program that plays a lab, to be killed in the middle of it: prints the phases. */
final class LabToKill {
  private LabToKill() {}

  public static void main(String[] arguments) {
    LabListener phases =
        new LabListener() {
          @Override
          public void phase(LabPhase phase, OptionalLong expectedEndMillis) {
            System.out.println(phase);
          }
        };
    LocalLabOptions options =
        new LocalLabOptions(Path.of(arguments[0]), PrometheusChoice.parse(arguments[1]), false);
    new LocalLab(options).record(SmallScenario.on(Platform.JAVALIN), phases);
  }
}
