package ratelab.exporter.proc;

/**
 * What {@code status} of a process or of one of its threads says, as far as anything here needs it.
 *
 * @param effectiveUid the second number of the line {@code Uid:}
 * @param swappedBytes {@code VmSwap}; 0 for kernel threads and zombies, which have no memory
 * @param voluntarySwitches times the thread gave up the CPU by itself; in a process's file its main
 *     thread's alone
 * @param involuntarySwitches times the CPU was taken from it, likewise
 */
public record Status(
    long effectiveUid, long swappedBytes, long voluntarySwitches, long involuntarySwitches) {}
