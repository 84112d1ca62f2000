package ratelab.experiments.lab;

/** Where a run gets its samples from while it goes on. */
public interface Feed {
  /** The samples so far. */
  SampleStore store();

  /** The target's CPU time by another measure. */
  IndependentCpu cpu();
}
