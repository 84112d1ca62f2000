package ratelab.experiments.lab.docker;

import java.util.Optional;

/**
 * What the containers of a run are made of.
 *
 * @param target the service under test
 * @param exporter what watches it
 * @param load the load generator
 * @param prometheus a real Prometheus, if it takes part
 */
record RunImages(
    UsedImage target, UsedImage exporter, UsedImage load, Optional<UsedImage> prometheus) {}
