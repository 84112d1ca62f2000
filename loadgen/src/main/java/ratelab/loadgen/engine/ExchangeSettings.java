package ratelab.loadgen.engine;

import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;

/**
 * What every exchange of a run has in common.
 *
 * @param request sent again and again, as it is
 * @param idHeader name of the header that carries the attempt's number; empty for none
 * @param timeout from sending to the last byte of the answer; zero for none
 * @param followRedirects inside the same attempt, up to ten
 */
public record ExchangeSettings(
    Request request, Optional<String> idHeader, Duration timeout, boolean followRedirects) {}
