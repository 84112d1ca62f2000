package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.loadgen.server.Certificates;
import ratelab.loadgen.server.LoopbackServer;

/** Real TLS on the loopback interface, with certificates made for the test. */
@Timeout(60)
final class TlsTest {
  @TempDir private static Path directory;
  private static Certificates ours;
  private static Certificates strangers;
  private static Certificates client;

  private final CommandLine loadgen = new CommandLine();

  @BeforeAll
  static void makeCertificates() throws Exception {
    ours = Certificates.make(directory, "ours", "ip:127.0.0.1");
    strangers = Certificates.make(directory, "strangers", "dns:somewhere.test");
    client = Certificates.make(directory, "client", "dns:client.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void a_certificate_that_nobody_vouches_for_is_refused_and_the_remedy_named(String engine)
      throws Exception {
    try (LoopbackServer server = server(ours, false)) {
      run(engine, server);

      assertThat(loadgen.out())
          .containsPattern("\\[2]\ttls: the server's certificate is not trusted \\(.*--insecure\n");
      assertThat(server.heads()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void without_the_check_any_certificate_will_do(String engine) throws Exception {
    try (LoopbackServer server = server(strangers, false)) {
      run(engine, server, "--insecure");

      assertThat(loadgen.out()).contains("  [200]\t2 responses\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void an_authority_can_be_given(String engine) throws Exception {
    try (LoopbackServer server = server(ours, false)) {
      run(engine, server, "--cacert", ours.certificate().toString());

      assertThat(loadgen.out()).contains("  [200]\t2 responses\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void a_certificate_for_another_name_is_refused_unless_that_name_is_asked_for(String engine)
      throws Exception {
    String authority = strangers.certificate().toString();
    try (LoopbackServer server = server(strangers, false)) {
      run(engine, server, "--cacert", authority);
      assertThat(loadgen.out()).contains("tls: the server's certificate is not trusted (");

      run(engine, server, "--cacert", authority, "--servername", "somewhere.test");
      assertThat(loadgen.out()).contains("  [200]\t2 responses\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void the_host_flag_names_the_server_for_tls_too_without_its_port(String engine) throws Exception {
    try (LoopbackServer server = server(strangers, false)) {
      run(
          engine,
          server,
          "--cacert",
          strangers.certificate().toString(),
          "-host",
          "somewhere.test:81");

      assertThat(loadgen.out()).contains("  [200]\t2 responses\n");
      assertThat(server.heads()).allMatch(head -> head.contains("Host: somewhere.test:81\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void a_client_can_show_a_certificate(String engine) throws Exception {
    try (LoopbackServer server = server(ours, true)) {
      run(engine, server, "--cacert", ours.certificate().toString());
      assertThat(loadgen.out()).doesNotContain("[200]");

      run(
          engine,
          server,
          "--cacert",
          ours.certificate().toString(),
          "--cert",
          client.certificate().toString(),
          "--key",
          client.key().toString());
      assertThat(loadgen.out()).contains("  [200]\t2 responses\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void files_that_hold_no_key_are_refused_before_the_load(String engine) throws Exception {
    try (LoopbackServer server = server(ours, false)) {
      String certificate = client.certificate().toString();

      assertThat(run(engine, server, "--cert", certificate)).isEqualTo(1);
      assertThat(loadgen.err()).contains(certificate + " holds no PKCS#8 key");
    }
  }

  private int run(String engine, LoopbackServer server, String... flags)
      throws InterruptedException {
    String[] args = new String[flags.length + 7];
    System.arraycopy(flags, 0, args, 0, flags.length);
    String[] rest = {
      "--engine", engine, "-n", "2", "-c", "1", "https://127.0.0.1:" + server.port() + "/"
    };
    System.arraycopy(rest, 0, args, flags.length, rest.length);
    return loadgen.run(args);
  }

  private static LoopbackServer server(Certificates shown, boolean wantsClient) throws Exception {
    SSLServerSocket listener = listener(shown);
    listener.setNeedClientAuth(wantsClient);
    return new LoopbackServer(listener, exchange -> exchange.answer("200 OK", "Hello"));
  }

  private static SSLServerSocket listener(Certificates shown) throws Exception {
    try {
      return (SSLServerSocket)
          shown
              .serverContext(client)
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
