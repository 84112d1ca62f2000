package ratelab.experiments.rate;

import java.time.Duration;

/**
 * The typed query {@code sum by (groupname) (rate(metric{groupname="x"}[30s]))}; it prints itself
 * as PromQL and is evaluated by {@link RateModel}.
 *
 * @param metric the counter's name
 * @param groupname the group whose series are summed
 * @param function what is computed over each window
 * @param window the range; a positive whole number of milliseconds
 * @param modifier which samples belong to the range
 */
public record RangeQuery(
    String metric,
    String groupname,
    RangeFunction function,
    Duration window,
    RangeModifier modifier) {
  private static final String GROUP_LABEL = "groupname";

  /**
   * @throws IllegalArgumentException if PromQL cannot say the window, or does not allow the
   *     function over such a range
   */
  public RangeQuery {
    PromDuration.checked(window);
    modifier.check(function);
  }

  /** A query over a plain range. */
  public RangeQuery(String metric, String groupname, RangeFunction function, Duration window) {
    this(metric, groupname, function, window, RangeModifier.PLAIN);
  }

  /** The query as PromQL. */
  public String promQl() {
    return "sum by (%s) (%s(%s[%s]%s))"
        .formatted(
            GROUP_LABEL,
            function.promQl(),
            selector(),
            PromDuration.print(window),
            modifier.promQl());
  }

  /** What selects this query's series, as PromQL: {@code metric{groupname="x"}}. */
  public String selector() {
    return metric + "{" + GROUP_LABEL + "=" + SeriesId.quoted(groupname) + "}";
  }

  /** Whether a series is one of those that are summed. */
  public boolean selects(SeriesId id) {
    return id.metric().equals(metric) && id.label(GROUP_LABEL).equals(groupname);
  }

  @Override
  public String toString() {
    return promQl();
  }
}
