package ratelab.loadgen.plan;

/** The types of bodies that no -T names. */
final class ContentTypes {
  /**
   * Between the parts of a multipart form; the same always, so that equal runs send equal bytes.
   */
  static final String BOUNDARY = "ratelab-loadgen-3f1c9a7e5d2b4860";

  private ContentTypes() {}

  /** The type of what this flag makes requests carry. */
  static String of(Flag body) {
    return switch (body) {
      case FORM -> "application/x-www-form-urlencoded";
      case MULTIPART -> "multipart/form-data; boundary=" + BOUNDARY;
      // hey's.
      default -> "text/html";
    };
  }
}
