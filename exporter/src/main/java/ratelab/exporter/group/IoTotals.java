package ratelab.exporter.group;

/** Bytes fetched from and sent to storage while the exporter watched. */
public record IoTotals(long readBytes, long writtenBytes) {}
