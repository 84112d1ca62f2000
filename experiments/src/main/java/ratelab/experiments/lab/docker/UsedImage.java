package ratelab.experiments.lab.docker;

/**
 * An image that takes part in a run.
 *
 * @param requested the name asked for
 * @param used the name of what was taken instead, or the same
 * @param id what that name stands for on the engine
 */
record UsedImage(String requested, String used, String id) {
  boolean isSubstituted() {
    return !requested.equals(used);
  }

  /** For the record of the run. */
  String text() {
    return isSubstituted() ? used + " " + id : id;
  }
}
