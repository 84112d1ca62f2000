package ratelab.experiments.analysis.shape;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a view of a pulse should show, derived from window, scrapes and pulse alone.
 *
 * @param bounds where each value should lie; what is not in it cannot be seen in this view, or
 *     cannot be said beforehand
 */
public record ShapeForecast(Map<Aspect, Bounds> bounds) {
  public ShapeForecast {
    bounds = Map.copyOf(bounds);
  }

  /** The forecast for scrapes at the instants of the view's grid. */
  public static ShapeForecast of(View view, CpuPulse pulse) {
    Map<Aspect, Bounds> bounds = new EnumMap<>(Aspect.class);
    new Timing(view, pulse).addTo(bounds);
    new Height(view, pulse).addTo(bounds);
    return new ShapeForecast(bounds);
  }

  /** Where a value should lie, if that can be said. */
  public Optional<Bounds> of(Aspect aspect) {
    return Optional.ofNullable(bounds.get(aspect));
  }
}
