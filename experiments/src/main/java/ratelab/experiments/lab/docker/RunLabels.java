package ratelab.experiments.lab.docker;

import java.util.Map;

/**
 * What every container and network of a run carries.
 *
 * @param run the run, as its directory is named, and something that makes it unique
 * @param owner the process that plays it
 */
record RunLabels(String run, Owner owner) {
  /** Key of the label that names the run. */
  static final String RUN = "ratelab.run";

  /** Key of the label that names the process which plays it. */
  static final String OWNER = "ratelab.owner";

  Map<String, String> all() {
    return Map.of(RUN, run, OWNER, owner.text());
  }
}
