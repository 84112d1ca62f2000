package ratelab.experiments.lab.service;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import ratelab.experiments.lab.Feed;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.PrometheusServer;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.AccessLog;
import ratelab.experiments.scenario.Scenario;

/**
 * A user's service, and what watches it, ready.
 *
 * @param lab the lab's name in the recording
 * @param url where the service answers this process
 * @param group the group that holds it
 * @param members what the run cannot go on without
 * @param feed its samples
 * @param prometheus a real Prometheus that scrapes what the feed does, if one takes part
 * @param abandoned its connections, where the lab may look at them
 * @param accessLog its own log of requests, from the run's start on
 * @param load what puts it under load
 * @param versions name and version of what takes part beyond this machine's own
 * @param seenAtEnd what else the recording is to say of the service, asked for once, at the run's
 *     end
 */
public record ServiceStage(
    String lab,
    URI url,
    String group,
    List<Member> members,
    Feed feed,
    Optional<PrometheusServer> prometheus,
    Optional<AbandonedLooks> abandoned,
    Optional<AccessLog> accessLog,
    ServiceLoad load,
    Map<String, String> versions,
    Supplier<Map<String, String>> seenAtEnd) {
  /** The name of a Prometheus that is the feed among the versions. */
  static final String PROMETHEUS = "prometheus";

  public ServiceStage {
    members = List.copyOf(members);
    versions = Map.copyOf(versions);
  }

  /**
   * The rules of the Prometheus that is the feed; the newest ones if none is, or it tells nothing.
   */
  Dialect dialect() {
    return versions.containsKey(PROMETHEUS)
        ? Dialect.ofVersion(versions.get(PROMETHEUS))
        : Dialect.V3;
  }

  /** Sets a stage. */
  @FunctionalInterface
  public interface Setting {
    /**
     * Starts what is to be started and waits until it is ready.
     *
     * @param lifetime closes it, in reverse order
     * @throws LabException if something cannot be started or found
     */
    ServiceStage set(
        Lifetime lifetime, Setup setup, Scenario scenario, RunWatch watch, LabListener listener);
  }
}
