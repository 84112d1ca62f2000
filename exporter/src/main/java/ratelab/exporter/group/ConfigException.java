package ratelab.exporter.group;

/**
 * The configuration cannot be used; the message says where, what is wrong and what was expected.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;

  ConfigException(String message) {
    super(message);
  }
}
