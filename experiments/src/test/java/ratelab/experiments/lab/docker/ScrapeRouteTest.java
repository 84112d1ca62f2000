package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.ExporterGate;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;

class ScrapeRouteTest {
  private static final URI PUBLISHED = URI.create("http://127.0.0.1:32768/metrics");
  private static final URI ON_NETWORK = URI.create("http://exporter:9256/metrics");
  private static final Optional<InetAddress> ELSEWHERE = Optional.empty();
  private static final Optional<InetAddress> HERE = Optional.of(InetAddress.getLoopbackAddress());

  private static final Scenario MISSED_SCRAPE = BuiltInScenarios.read("decay/missed-scrape");
  private static final Scenario RESTARTED = BuiltInScenarios.read("decay/restarted");

  @Test
  void nothing_stands_in_the_way_of_an_undisturbed_run() {
    assertThat(ScrapeRoute.straight(PUBLISHED))
        .isEqualTo(new ScrapeRoute(PUBLISHED, ON_NETWORK, Optional.empty()));
  }

  @Test
  void both_scrapers_come_through_the_gate_on_the_gateway() {
    ScrapeRoute route = ScrapeRoute.throughGate(PUBLISHED, HERE, MISSED_SCRAPE, true);
    try (ExporterGate gate = route.gate().orElseThrow()) {
      assertThat(route).isEqualTo(new ScrapeRoute(gate.url(), gate.url(), Optional.of(gate)));
    }
  }

  @Test
  void scrapes_of_a_prometheus_out_of_reach_are_not_left_undisturbed_in_silence() {
    assertThatThrownBy(() -> ScrapeRoute.throughGate(PUBLISHED, ELSEWHERE, MISSED_SCRAPE, true))
        .isInstanceOf(LabException.class)
        .hasMessage(
            "the lab cannot disturb what a Prometheus scrapes in its container, for the engine's"
                + " network is not on this machine; play 'decay/missed-scrape' with --prometheus"
                + " none, or with --lab local on Linux");
  }

  @Test
  void without_a_prometheus_the_labs_own_scrapes_are_disturbed_wherever_the_engine_is() {
    ScrapeRoute route = ScrapeRoute.throughGate(PUBLISHED, ELSEWHERE, MISSED_SCRAPE, false);
    try (ExporterGate gate = route.gate().orElseThrow()) {
      assertThat(route.forLab()).isEqualTo(gate.url());
    }
  }

  /** Its scrapes are not disturbed, so they need no gate. */
  @Test
  void a_target_restarts_beside_a_prometheus_out_of_reach() {
    ScrapeRoute route = ScrapeRoute.throughGate(PUBLISHED, ELSEWHERE, RESTARTED, true);
    try (ExporterGate gate = route.gate().orElseThrow()) {
      assertThat(route).isEqualTo(new ScrapeRoute(gate.url(), ON_NETWORK, Optional.of(gate)));
    }
  }
}
