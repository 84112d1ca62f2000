package ratelab.experiments.junit;

/** Where AssertJ-style assertions about runs begin. */
public final class RatelabAssertions {
  private RatelabAssertions() {}

  /** Assertions about a run. */
  public static RunAssert assertThat(PlayedRun run) {
    return new RunAssert(run);
  }
}
