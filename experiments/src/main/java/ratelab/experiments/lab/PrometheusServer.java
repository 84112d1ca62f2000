package ratelab.experiments.lab;

import ratelab.experiments.oracle.PrometheusClient;

/** A real Prometheus that takes part in a run. */
public interface PrometheusServer {
  /** What it runs in. */
  Member process();

  /** Asks it. */
  PrometheusClient client();
}
