package ratelab.exporter.template;

/** A text is no template; the message says why. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  TemplateException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line of the template, counted from 1. */
  public int line() {
    return line;
  }
}
