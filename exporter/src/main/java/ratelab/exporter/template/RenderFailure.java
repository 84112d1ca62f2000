package ratelab.exporter.template;

/** A template cannot be rendered any further with the values it met. */
final class RenderFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  RenderFailure(String message) {
    // Part of normal work, so it carries no stack trace.
    super(message, null, false, false);
  }
}
