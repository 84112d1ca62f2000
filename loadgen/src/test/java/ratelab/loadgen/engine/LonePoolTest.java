package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import ratelab.loadgen.server.LoopbackServer;

final class LonePoolTest {
  @Test
  void its_connection_is_kept_from_call_to_call_until_it_is_evicted() throws IOException {
    ConnectionPool pool = LonePool.create();
    OkHttpClient client = new OkHttpClient.Builder().connectionPool(pool).build();
    try (LoopbackServer server =
        new LoopbackServer(exchange -> exchange.answer("200 OK", "Hello World!"))) {
      Request request = new Request.Builder().url(server.url("/")).build();
      List<String> seen = new ArrayList<>();
      for (int call = 0; call < 3; call++) {
        try (Response response = client.newCall(request).execute()) {
          seen.add(response.body().string() + " " + pool.connectionCount());
        }
      }
      assertThat(seen).containsOnly("Hello World! 1").hasSize(3);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(pool.idleConnectionCount()).isEqualTo(1);
      pool.evictAll();
      assertThat(pool.connectionCount()).isZero();
    }
  }
}
