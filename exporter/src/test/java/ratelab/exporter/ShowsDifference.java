package ratelab.exporter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test shows a difference to process-exporter that {@code docs/differences.md} lists. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ShowsDifference {
  /** Its name in the list. */
  String value();
}
