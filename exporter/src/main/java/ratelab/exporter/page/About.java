package ratelab.exporter.page;

/** What the exporter says of itself. */
record About(String version, String metricsPath, Configuration configuration) {}
