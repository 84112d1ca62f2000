package ratelab.exporter;

import java.util.Locale;

/** What {@code -version} prints, in the form that programs of Prometheus share. */
final class VersionBanner {
  private VersionBanner() {}

  static String text(String version) {
    return """
    ratelab-exporter, version %s
      java version:     %s
      platform:         %s/%s
    """
        .formatted(
            version,
            Runtime.version(),
            System.getProperty("os.name").toLowerCase(Locale.ROOT),
            System.getProperty("os.arch"));
  }
}
