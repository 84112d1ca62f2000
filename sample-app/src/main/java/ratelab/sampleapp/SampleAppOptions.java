package ratelab.sampleapp;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ratelab.sampleapp.concurrency.ConcurrencyKind;
import ratelab.sampleapp.cure.Cures;
import ratelab.sampleapp.work.WorkKind;

/**
 * What the application shall be.
 *
 * @param concurrency how many handlers run at once
 * @param threads size of the pool, where there is one
 * @param work how a handler lets its time pass
 * @param sleep that time
 * @param cpu CPU time that each handler spends besides; each child, where it spawns some
 * @param children how many children each handler spawns, where it does
 * @param cures what makes a backlog end in time
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param log file for the handler log, or null for none
 */
public record SampleAppOptions(
    ConcurrencyKind concurrency,
    int threads,
    WorkKind work,
    Duration sleep,
    Duration cpu,
    int children,
    Cures cures,
    String host,
    int port,
    @Nullable Path log) {}
