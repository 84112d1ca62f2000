package ratelab.exporter.differential;

/** Something in which ours is not what the reference is. */
sealed interface Divergence {

  /** A family that ours has not, or with another type. */
  record OfType(Moment moment, String family, String reference, String ours) implements Divergence {
    @Override
    public String toString() {
      return "%s: %s is %s, ours %s".formatted(moment.act(), family, reference, ours);
    }
  }

  /** A series that only one has, or with another value. */
  record OfValue(Moment moment, Series series) implements Divergence {
    Bracket now() {
      return moment.now();
    }

    /** Our value, NaN if there is none. */
    double ours() {
      Double ours = now().ours().samples().get(series);
      return ours == null ? Double.NaN : ours;
    }

    /** Whether any process of its group has had more than one thread. */
    boolean hadThreads() {
      return moment
          .history()
          .map(Bracket::before)
          .anyMatch(
              reference ->
                  reference.valueOrZero(series.sibling("num_threads"))
                      > reference.valueOrZero(series.sibling("num_procs")));
    }

    @Override
    public String toString() {
      return "%s: %s is %s then %s, ours %s"
          .formatted(
              moment.act(), series, text(now().before()), text(now().after()), text(now().ours()));
    }

    private String text(Exposition exposition) {
      Double value = exposition.samples().get(series);
      return value == null ? "absent" : value.toString();
    }
  }
}
