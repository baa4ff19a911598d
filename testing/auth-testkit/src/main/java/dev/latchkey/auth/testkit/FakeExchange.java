package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** Answers calls as a script says, and remembers them. Safe for use by several threads. */
public final class FakeExchange implements AuthExchange {

  private final List<AuthCall> calls = new CopyOnWriteArrayList<>();
  private volatile Function<AuthCall, AuthReply> script;

  /**
   * Starts with a script.
   *
   * @param script what to answer, or to throw
   */
  public FakeExchange(Function<AuthCall, AuthReply> script) {
    this.script = script;
  }

  /** {@return an exchange that fails the test of whoever uses it} */
  public static FakeExchange unused() {
    return new FakeExchange(
        call -> {
          throw new AssertionError("No call was expected, but came: " + call);
        });
  }

  /**
   * Answers differently from now on.
   *
   * @param next what to answer, or to throw
   */
  public void answer(Function<AuthCall, AuthReply> next) {
    this.script = next;
  }

  /**
   * Loses the answers to some calls from now on; the server has done what they ask.
   *
   * @param lost which
   */
  public void lose(Predicate<AuthCall> lost) {
    Function<AuthCall, AuthReply> server = script;
    script =
        call -> {
          AuthReply reply = server.apply(call);
          if (lost.test(call)) {
            throw new AuthUnavailableException("The answer was lost.", null);
          }
          return reply;
        };
  }

  @Override
  public AuthReply send(AuthCall call) {
    calls.add(call);
    return script.apply(call).to(call);
  }

  /** {@return the calls so far, as {@code METHOD path}} */
  public List<String> calls() {
    return calls.stream().map(AuthCall::toString).toList();
  }

  /** {@return the calls so far, with their fields} */
  public List<AuthCall> callsInFull() {
    return List.copyOf(calls);
  }

  /** Forgets the calls so far. */
  public void clear() {
    calls.clear();
  }
}
