package ratelab.experiments.lab;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import ratelab.experiments.lab.ExporterGate.Scraper;

/** What is alike wherever a run's members run: trouble with its scrapes, and the members' names. */
public abstract class ScrapeInterventions implements Interventions {
  private final ExporterGate gate;
  private final Scraping scraping;
  private int number = 1;

  /**
   * @param gate where the scrapes of the exporter come through
   * @param scraping the lab's own scrapes
   */
  protected ScrapeInterventions(ExporterGate gate, Scraping scraping) {
    this.gate = gate;
    this.scraping = scraping;
  }

  /** From now on scrapes go there; they fail where there is nothing. */
  protected final void lead(Optional<URI> exporter) {
    gate.lead(exporter);
  }

  /** What messages call a member that takes another's place; it has log files of its own. */
  protected final String next(String name) {
    number++;
    return name + " " + number;
  }

  @Override
  public final void skipScrapes(int count) {
    scraping.skip(count);
    gate.fail(Scraper.PROMETHEUS, count);
  }

  @Override
  public final void failScrapes(int count) {
    gate.fail(Scraper.LAB, count);
    gate.fail(Scraper.PROMETHEUS, count);
  }

  @Override
  public final void delayScrapes(int count, Duration delay) {
    gate.delay(Scraper.LAB, count, delay);
    gate.delay(Scraper.PROMETHEUS, count, delay);
  }
}
