package ratelab.experiments.lab.service;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import ratelab.experiments.lab.Await;
import ratelab.experiments.lab.Await.Look;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.Member;

/** A service that was just started is ready when its URL answers, with whatever status. */
public final class FirstAnswer {
  private final HttpClient client;
  private final HttpRequest request;
  private CompletableFuture<HttpResponse<Void>> answer;

  private FirstAnswer(HttpClient client, URI url) {
    this.client = client;
    this.request = HttpRequest.newBuilder(url).build();
    this.answer = ask();
  }

  /**
   * Asks until there is an answer, one question after the other.
   *
   * @param service what answers
   * @throws LabException if it ends or does not answer; with the last lines of its log
   */
  public static void await(Member service, URI url, Duration atMost) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      FirstAnswer first = new FirstAnswer(client, url);
      Await.until(
          "an answer from " + url,
          atMost,
          () -> {
            service.ensureAlive();
            return first.look();
          });
    } finally {
      client.shutdownNow();
    }
  }

  private Look<Integer> look() {
    if (!answer.isDone()) {
      return new NotYet<>("it has taken the request and not answered");
    }
    try {
      return new Seen<>(answer.join().statusCode());
    } catch (CompletionException refused) {
      answer = ask();
      return new NotYet<>("the last try: " + refused.getCause());
    }
  }

  private CompletableFuture<HttpResponse<Void>> ask() {
    return client.sendAsync(request, BodyHandlers.discarding());
  }
}
