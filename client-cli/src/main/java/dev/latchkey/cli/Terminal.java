package dev.latchkey.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

/** The terminal at which the program runs, if standard input and output are one. */
final class Terminal {

  private Terminal() {}

  static Optional<Console> find() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
  }

  /** From Java 22 on there is a console without a terminal, which would wait for ever on a pipe. */
  private static boolean isTerminal(Console console) {
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(isTerminal.invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
