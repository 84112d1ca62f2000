package ratelab.exporter.yaml;

/**
 * The configuration cannot be used; the message says where, what is wrong and what was expected.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;

  public ConfigException(String message) {
    super(message);
  }
}
