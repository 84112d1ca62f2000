package ratelab.exporter.http.config;

import ratelab.exporter.http.tls.TlsException;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/**
 * A PEM text and where it is configured.
 *
 * @param key {@code cert} if it is in the configuration, {@code cert_file} if that names a file
 */
record PemText(YamlPlace place, String key, String text) {
  /** Makes something of a PEM text. */
  interface Parser<T> {
    T parse(String pem) throws TlsException;
  }

  /** What the parser makes of it, or its complaint with file and line. */
  <T> T parsed(Parser<T> parser) throws ConfigException {
    try {
      return parser.parse(text);
    } catch (TlsException e) {
      throw place.refused(e.complaint());
    }
  }

  @Override
  public String toString() {
    return key;
  }
}
