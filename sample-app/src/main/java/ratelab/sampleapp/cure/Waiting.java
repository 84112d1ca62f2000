package ratelab.sampleapp.cure;

import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that waits for its turn.
 *
 * @param client the connection on which its client waits
 * @param deadline until when the client wants the answer, if it said so
 */
public record Waiting(SocketChannel client, Optional<Instant> deadline) {}
