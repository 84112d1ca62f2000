package ratelab.loadgen.engine;

import java.time.Duration;
import java.util.Optional;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.RequestSource;

/**
 * What every exchange of a run has in common.
 *
 * @param requests what is sent; the attempt's number is the request's
 * @param idHeader name of the header that carries the attempt's number; empty for none
 * @param timeout from sending to the last byte of the answer; zero for none
 * @param followRedirects inside the same attempt, up to ten
 * @param access the way to the service
 */
public record ExchangeSettings(
    RequestSource requests,
    Optional<String> idHeader,
    Duration timeout,
    boolean followRedirects,
    Access access) {}
