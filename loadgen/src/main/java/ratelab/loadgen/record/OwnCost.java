package ratelab.loadgen.record;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the run cost the generator itself.
 *
 * @param cpuShare of all processors, 0 to 1; empty where the system does not tell, or in a run too
 *     short for its clock
 * @param processors that the generator could use
 * @param gcPauses collections by the JVM; empty in a cold run, which does not ask
 * @param gcNanos how long they took in all
 */
public record OwnCost(
    OptionalDouble cpuShare, int processors, OptionalLong gcPauses, OptionalLong gcNanos) {}
