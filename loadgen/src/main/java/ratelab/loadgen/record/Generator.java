package ratelab.loadgen.record;

/**
 * The generator's own part in a run.
 *
 * @param engine what carried the requests
 * @param model what made them due, in words
 * @param workers that the run ended with
 */
public record Generator(String engine, String model, int workers, WarmUp warmUp, OwnCost cost) {}
