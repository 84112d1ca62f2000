package ratelab.loadgen.record;

/** The classes of status codes, whose times are kept apart: a fast 503 must not flatter a p50. */
public enum StatusClass {
  INFORMATIONAL("1xx"),
  SUCCESS("2xx"),
  REDIRECTION("3xx"),
  CLIENT_ERROR("4xx"),
  SERVER_ERROR("5xx"),
  /** 600 to 999, which HTTP knows no meaning for. */
  OTHER("other");

  private final String label;

  StatusClass(String label) {
    this.label = label;
  }

  /** The name in files and texts. */
  public String label() {
    return label;
  }

  /**
   * The class of a status.
   *
   * @param status from 100 to 999
   */
  public static StatusClass of(int status) {
    return switch (status / 100) {
      case 1 -> INFORMATIONAL;
      case 2 -> SUCCESS;
      case 3 -> REDIRECTION;
      case 4 -> CLIENT_ERROR;
      case 5 -> SERVER_ERROR;
      default -> OTHER;
    };
  }
}
