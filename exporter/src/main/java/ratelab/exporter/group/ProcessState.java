package ratelab.exporter.group;

import java.util.OptionalLong;
import ratelab.exporter.proc.ProcessId;

/**
 * A member of a group, for people who look.
 *
 * @param commandLine the arguments with spaces between them; empty for kernel threads
 * @param state the letter of the state, such as {@code S}
 * @param cpuNanos CPU time since its birth; from ticks where there is no precise clock
 */
public record ProcessState(
    ProcessId id,
    String comm,
    String commandLine,
    String username,
    char state,
    long threads,
    long residentBytes,
    long cpuNanos,
    long startEpochSeconds,
    OptionalLong readBytes,
    OptionalLong writtenBytes) {}
