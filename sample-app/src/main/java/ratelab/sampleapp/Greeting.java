package ratelab.sampleapp;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ratelab.sampleapp.concurrency.Concurrency;
import ratelab.sampleapp.cure.BoundedQueue;
import ratelab.sampleapp.cure.Deadlines;
import ratelab.sampleapp.cure.DropPolicy;
import ratelab.sampleapp.cure.DropReason;
import ratelab.sampleapp.cure.Waiting;
import ratelab.sampleapp.work.Work;

/**
 * Answers {@code GET /}: lets a request wait for its turn and works it off, unless a cure says no.
 *
 * @param book keeps count
 * @param queue turns requests away on arrival
 * @param drops turns requests away when their turn comes
 * @param deadlines until when a client wants its answer
 * @param concurrency gives requests their turns
 * @param work what each is worth
 * @param clock tells when it arrives
 */
record Greeting(
    RequestBook book,
    BoundedQueue queue,
    DropPolicy drops,
    Deadlines deadlines,
    Concurrency concurrency,
    Work work,
    InstantSource clock) {
  private static final String ID_HEADER = "X-Ratelab-Id";
  private static final String RETRY_AFTER_SECONDS = "1";

  /** Begins to answer; the answer is ready when the result completes. */
  CompletableFuture<Void> answer(Context context) {
    @Nullable String header = context.header(ID_HEADER);
    String id = header == null ? "" : header;
    int remotePort = context.req().getRemotePort();
    var waiting = new Waiting(ClientConnection.of(context), deadline(context, clock.instant()));
    if (!queue.enter()) {
      book.rejected(id, remotePort);
      context.header("Retry-After", RETRY_AFTER_SECONDS);
      say(context, HttpStatus.SERVICE_UNAVAILABLE, "Too many requests wait already.");
      return CompletableFuture.completedFuture(null);
    }
    var account = book.arrived(id, remotePort, now -> drops.reasonToDrop(waiting, now));
    return concurrency
        .handle(work, account)
        .whenComplete((nothing, failure) -> queue.leave())
        .thenRun(() -> say(context, account.dropped()));
  }

  private Optional<Instant> deadline(Context context, Instant arrival) {
    try {
      return deadlines.of(context.header(Deadlines.HEADER), arrival);
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestResponse(String.valueOf(wrong.getMessage()));
    }
  }

  /** One whose client has gone reads no answer, but its connection has to be done with. */
  private static void say(Context context, Optional<DropReason> dropped) {
    if (dropped.isPresent()) {
      say(context, HttpStatus.GATEWAY_TIMEOUT, "Nobody waits for this any more.");
    } else {
      say(context, HttpStatus.OK, "Hello World!");
    }
  }

  private static void say(Context context, HttpStatus status, String text) {
    context.status(status).contentType("text/plain; charset=utf-8").result(text);
  }
}
