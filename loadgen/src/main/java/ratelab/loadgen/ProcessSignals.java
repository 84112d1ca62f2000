package ratelab.loadgen;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import ratelab.loadgen.run.Signals;

/**
 * SIGINT and SIGTERM of this process. A shutdown hook cannot serve: after Ctrl-C it always leaves
 * with 130, and it swallows a second Ctrl-C until it is done. {@code sun.misc.Signal} is exported
 * and supported (module jdk.unsupported), but javac's warning about it cannot be switched off and
 * warnings are errors here, so it is called by reflection; where it is missing, signals keep their
 * usual effect.
 */
final class ProcessSignals implements Signals {
  private static final int EXIT_INTERRUPTED = 130;

  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Override
  public void handle(Runnable interrupt, Runnable terminate) {
    onSignal("INT", () -> firstOrLeave(interrupt));
    onSignal("TERM", terminate);
  }

  /** A person who presses Ctrl-C twice wants out, whatever is still in flight. */
  private void firstOrLeave(Runnable interrupt) {
    if (interrupted.getAndSet(true)) {
      Runtime.getRuntime().halt(EXIT_INTERRUPTED);
    }
    interrupt.run();
  }

  private static void onSignal(String name, Runnable action) {
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
              signal.getConstructor(String.class).newInstance(name),
              Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, run));
    } catch (ReflectiveOperationException e) {
      // Documented above: the JDK's own handling stays.
    }
  }
}
