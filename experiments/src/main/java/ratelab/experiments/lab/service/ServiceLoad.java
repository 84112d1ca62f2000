package ratelab.experiments.lab.service;

import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LoadReport;
import ratelab.experiments.scenario.Load;

/** The load on a user's service. */
@FunctionalInterface
public interface ServiceLoad {
  /**
   * Runs it to its end.
   *
   * @throws LabException if it cannot run
   */
  LoadReport run(Load load);
}
