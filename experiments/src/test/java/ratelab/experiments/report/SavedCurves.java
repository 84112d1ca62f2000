package ratelab.experiments.report;

import java.util.List;
import ratelab.experiments.rate.Curve;

/** The file of curves that the page saves, with the doubles as JavaScript spells them. */
final class SavedCurves {
  private SavedCurves() {}

  /**
   * @param names the queries, separated by commas
   * @param curves their curves over the same instants
   */
  static String csv(String names, List<Curve> curves) {
    StringBuilder text = new StringBuilder("timestamp_ms," + names + "\n");
    List<Curve.Point> first = curves.getFirst().points();
    for (int i = 0; i < first.size(); i++) {
      text.append(first.get(i).timeMillis());
      for (Curve curve : curves) {
        var value = curve.points().get(i).value();
        text.append(',').append(value.isPresent() ? EcmaScript.number(value.getAsDouble()) : "");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
