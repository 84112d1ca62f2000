package ratelab.experiments.lab;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import ratelab.experiments.lab.Apps.App;

/** Stand-ins for the apps that go wrong in one way each. */
final class BrokenApps {
  private BrokenApps() {}

  /** The apps, with another main class for one of them. */
  static Apps with(App app, Class<?> mainClass) {
    Apps real = Apps.ofThisProcess();
    Map<App, String> mainClasses = new HashMap<>(real.mainClasses());
    mainClasses.put(app, mainClass.getName());
    return new Apps(real.java(), real.classPath(), mainClasses);
  }

  /** Cannot start. */
  static final class EndsAtOnce {
    private EndsAtOnce() {}

    public static void main(String[] arguments) {
      System.err.println("port 3000 is in use; free it or choose another --port");
      System.exit(1);
    }
  }

  /** Starts, and never says that it is ready. */
  static final class NeverReady {
    private NeverReady() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.err.println("waiting for a database");
      Thread.currentThread().join();
    }
  }

  /** Answers every scrape with an error. */
  static final class AnswersWith500 {
    private static final int INTERNAL_SERVER_ERROR = 500;

    private AnswersWith500() {}

    public static void main(String[] arguments) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/metrics",
          exchange -> {
            exchange.sendResponseHeaders(INTERNAL_SERVER_ERROR, -1);
            exchange.close();
          });
      server.start();
      System.out.println(
          "listening on http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
    }
  }
}
