package dev.latchkey.cli.exec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a signal does to this process. Java has no public way to do so: this goes by {@code
 * sun.misc.Signal}, which every JDK exports, by reflection, because the compiler warns of it.
 */
final class Signals {

  private Signals() {}

  /**
   * Runs an action at each signal in place of ending this process. A signal that is ignored, as by
   * {@code nohup}, stays so; nothing changes where the JVM keeps the signal to itself.
   *
   * @param name without its SIG
   * @param action runs in a thread of its own
   */
  static void on(String name, Runnable action) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      Method handle = signals.getMethod("handle", signals, handlers);
      Object signal = signals.getConstructor(String.class).newInstance(name);
      Object ignored = handlers.getField("SIG_IGN").get(null);
      Object before = handle.invoke(null, signal, handler(handlers, action));
      if (before == ignored) {
        handle.invoke(null, signal, ignored);
      }
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        throw new IllegalStateException(e);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object handler(Class<?> type, Runnable action) {
    return Proxy.newProxyInstance(
        Signals.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> answer(proxy, method, arguments, action));
  }

  private static @Nullable Object answer(
      Object proxy, Method method, Object @Nullable [] arguments, Runnable action) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> "handler of latchkey";
      default -> {
        action.run();
        yield null;
      }
    };
  }
}
