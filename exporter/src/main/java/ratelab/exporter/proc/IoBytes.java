package ratelab.exporter.proc;

/**
 * Bytes that {@code io} says were really fetched from and sent to storage: {@code read_bytes} and
 * {@code write_bytes} of proc_pid_io(5).
 */
public record IoBytes(long read, long written) {}
