package ratelab.experiments.recording;

import java.util.List;
import ratelab.experiments.rate.Series;

/**
 * What a real Prometheus that scraped the same exporter answered, beside the rate model on that
 * server's own samples.
 *
 * @param version the server's version, as it reports it
 * @param points compared points
 * @param differences points that were not equal bit for bit, the first few spelled out
 * @param differing how many points differed
 * @param curves the server's own answers
 * @param samples the samples that it stored; empty where they were not kept
 */
public record OracleResult(
    String version,
    long points,
    long differing,
    List<String> differences,
    List<WindowCurve> curves,
    List<Series> samples) {
  public OracleResult {
    differences = List.copyOf(differences);
    curves = List.copyOf(curves);
    samples = List.copyOf(samples);
  }
}
