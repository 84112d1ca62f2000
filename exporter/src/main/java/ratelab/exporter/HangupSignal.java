package ratelab.exporter;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * SIGHUP of this process. {@code sun.misc.Signal} is exported and supported (module
 * jdk.unsupported), but javac's warning about it cannot be switched off and warnings are errors
 * here, so it is called by reflection; where it is missing, the signal ends the process as ever.
 */
final class HangupSignal {
  private HangupSignal() {}

  static void handle(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler run =
          (_, _, _) -> {
            action.run();
            return null;
          };
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance("HUP"),
              Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, run));
    } catch (ReflectiveOperationException e) {
      // Documented above: the JDK's own handling stays.
    }
  }
}
