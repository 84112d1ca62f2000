package ratelab.exporter.proc;

import java.util.OptionalLong;

/**
 * One process at one instant, all of it certainly the same process.
 *
 * @param status may have failed although the rest was readable
 * @param cpuNanos CPU time of all threads, those that ended included; absent where unreadable
 */
public record Reading(Stat stat, Outcome<Status> status, OptionalLong cpuNanos) {}
