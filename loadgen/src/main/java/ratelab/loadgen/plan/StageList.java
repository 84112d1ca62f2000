package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ratelab.loadgen.schedule.Stages;
import ratelab.loadgen.schedule.Stages.Stage;

/** The value of --stages, like {@code 10s:100,30s:500,10s:0}. */
final class StageList {
  private StageList() {}

  /**
   * @param startRate the rate before the first stage
   */
  static Stages parse(double startRate, String text) throws BadUsage {
    List<Stage> stages = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      stages.add(stage(part));
    }
    Stages all = new Stages(startRate, stages);
    if (startRate == 0 && stages.stream().allMatch(stage -> stage.endPerSecond() == 0)) {
      throw BadUsage.senseless("--stages " + text + ": every rate is 0, so nothing would be sent");
    }
    return all;
  }

  private static Stage stage(String part) throws BadUsage {
    int colon = part.indexOf(':');
    if (colon < 1) {
      throw BadUsage.unreadable(
          "--stages: '" + part + "' is not a stage; write a duration and a rate, like 10s:100");
    }
    Duration length = Numbers.duration(Flag.STAGES, part.substring(0, colon));
    double rate = Numbers.decimal(Flag.STAGES, part.substring(colon + 1));
    if (!length.isPositive() || rate < 0) {
      throw BadUsage.senseless(
          "--stages: '" + part + "': the duration is above 0 and the rate not below it");
    }
    return new Stage(length, rate);
  }
}
