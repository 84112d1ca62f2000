package ratelab.exporter.proc;

import ratelab.exporter.proc.files.NumberedEntries;
import ratelab.exporter.proc.files.ProcFiles;

/**
 * Where readings come from; shared by all processes of one {@link Procfs} and by one thread at a
 * time.
 *
 * @param entries room for a listing
 */
record Sources(
    ProcFiles files,
    CpuClock clock,
    DescriptorLimits limits,
    NumberedEntries entries,
    boolean readThreads) {}
