package ratelab.experiments.lab;

import java.time.Duration;
import ratelab.experiments.lab.ExporterGate.Scraper;

/** Troubles the scrapes of a run, which is alike wherever its exporter runs. */
public abstract class ScrapeInterventions implements Interventions {
  private final ExporterGate gate;
  private final Scraping scraping;

  /**
   * @param gate where the scrapes of the exporter come through
   * @param scraping the lab's own scrapes
   */
  protected ScrapeInterventions(ExporterGate gate, Scraping scraping) {
    this.gate = gate;
    this.scraping = scraping;
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
