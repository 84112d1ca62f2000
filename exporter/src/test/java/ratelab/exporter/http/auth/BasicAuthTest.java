package ratelab.exporter.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicAuthTest {
  private static final BcryptHash OF_WONDERLAND =
      hash("$2b$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG");

  /** Of the empty password, at a higher cost. */
  private static final BcryptHash OF_NOTHING =
      hash("$2b$06$1WAmV1MmtN0aNHE7QcUzduIGbDpx8a2GxNDhrqP9Ttble.KqyV4nm");

  private final AtomicInteger hashes = new AtomicInteger();
  private final List<Integer> costs = new ArrayList<>();
  private final PasswordChecks checks =
      new PasswordChecks(
          (hash, password) -> {
            hashes.incrementAndGet();
            costs.add(hash.cost());
            return hash.isOf(password);
          });
  private final BasicAuth auth =
      new BasicAuth(Map.of("alice", OF_WONDERLAND, "bob", OF_NOTHING), checks);

  @AfterEach
  void close() {
    checks.close();
  }

  @Test
  void lets_in_who_has_the_password_and_nobody_else() {
    assertThat(auth.admits(basic("alice:wonderland"))).isTrue();
    assertThat(auth.admits(basic("bob:"))).isTrue();
    assertThat(auth.admits(basic("alice:"))).isFalse();
    assertThat(auth.admits(basic("alice:wonderland "))).isFalse();
    assertThat(auth.admits(basic("Alice:wonderland"))).isFalse();
    assertThat(auth.admits(basic("bob:wonderland"))).isFalse();
    assertThat(auth.admits(basic("mallory:wonderland"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!", "Basic YWxpY2U=", "Bearer YTpi"})
  void takes_a_header_without_credentials_for_none(String header) {
    assertThat(auth.admits(Optional.of(header))).isFalse();
    assertThat(hashes).hasValue(0);
  }

  @Test
  void refuses_who_sends_nothing() {
    assertThat(auth.admits(Optional.empty())).isFalse();
  }

  @Test
  void without_users_everybody_may_come() {
    assertThat(new BasicAuth(Map.of(), checks).admits(Optional.empty())).isTrue();
  }

  @Test
  void hashes_once_for_a_hundred_scrapes() {
    for (int i = 0; i < 100; i++) {
      assertThat(auth.admits(basic("alice:wonderland"))).isTrue();
    }
    assertThat(hashes).hasValue(1);
  }

  @Test
  void hashes_once_for_twenty_first_scrapes_at_the_same_time() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      Callable<Boolean> scrape = () -> auth.admits(basic("alice:wonderland"));
      for (Future<Boolean> admitted : threads.invokeAll(Collections.nCopies(20, scrape))) {
        assertThat(admitted.get()).isTrue();
      }
    }
    assertThat(hashes).hasValue(1);
  }

  @Test
  void hashes_for_every_wrong_password_and_every_unknown_user() {
    for (int i = 0; i < 3; i++) {
      auth.admits(basic("alice:wrong"));
      auth.admits(basic("mallory:wonderland"));
    }
    assertThat(costs).containsExactly(4, 6, 4, 6, 4, 6);
  }

  @Test
  void a_password_that_was_right_opens_nothing_for_another_user() {
    assertThat(auth.admits(basic("alice:wonderland"))).isTrue();
    assertThat(auth.admits(basic("alice:wonderlan"))).isFalse();
    assertThat(auth.admits(basic("bob:wonderland"))).isFalse();
    assertThat(auth.admits(basic("mallory:wonderland"))).isFalse();
  }

  @Test
  void remembers_a_bounded_number() {
    VerifiedCredentials verified = new VerifiedCredentials();
    Credentials first = Credentials.parse(basic("user0:x").orElseThrow()).orElseThrow();
    verified.add(first);
    assertThat(verified.contains(first)).isTrue();
    for (int i = 1; i <= 64; i++) {
      verified.add(Credentials.parse(basic("user" + i + ":x").orElseThrow()).orElseThrow());
    }
    assertThat(verified.contains(first)).isFalse();
  }

  private static Optional<String> basic(String credentials) {
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
  }

  private static BcryptHash hash(String text) {
    return BcryptHash.parse(text).orElseThrow();
  }
}
