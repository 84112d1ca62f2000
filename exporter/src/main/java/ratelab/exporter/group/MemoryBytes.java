package ratelab.exporter.group;

/** Memory of all members of a group now. Pages that members share count once for each. */
public record MemoryBytes(long resident, long virtual, long swapped) {}
