package ratelab.exporter;

import java.nio.file.Path;
import java.util.Optional;
import ratelab.exporter.http.ListenAddress;

/**
 * How the metrics are served.
 *
 * @param config TLS, passwords and client certificates, in the format of Prometheus's exporters
 * @param page whether the live table of groups is served at {@code /}
 */
record WebOptions(
    ListenAddress listenAddress, String telemetryPath, Optional<Path> config, boolean page) {}
