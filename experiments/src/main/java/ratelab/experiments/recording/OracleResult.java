package ratelab.experiments.recording;

import java.util.List;

/**
 * What a real Prometheus that scraped the same exporter answered, beside the rate model on that
 * server's own samples.
 *
 * @param version the server's version, as it reports it
 * @param points compared points
 * @param differences points that were not equal bit for bit, the first few spelled out
 * @param differing how many points differed
 * @param curves the server's own answers
 */
public record OracleResult(
    String version,
    long points,
    long differing,
    List<String> differences,
    List<WindowCurve> curves) {
  public OracleResult {
    differences = List.copyOf(differences);
    curves = List.copyOf(curves);
  }
}
