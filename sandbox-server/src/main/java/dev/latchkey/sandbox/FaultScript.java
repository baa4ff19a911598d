package dev.latchkey.sandbox;

import dev.latchkey.sandbox.fault.Script;

/**
 * What goes wrong with which requests. Of the rules that match a request the first that is not used
 * up acts. Thread-safe.
 */
public final class FaultScript {
  private final Script script;

  FaultScript(Script script) {
    this.script = script;
  }

  /**
   * Adds a rule.
   *
   * @param method such as {@code POST}, in any case, or {@code *} for all
   * @param path a whole path without its query, the end of one, such as {@code auth/sliding}, or
   *     {@code *} for all
   * @param fault what happens
   * @throws IllegalArgumentException if no request can be of this method and path
   */
  public void on(String method, String path, Fault fault) {
    add(new FaultRule(method, path, fault));
  }

  /**
   * Adds the rules of a script in JSON, as {@code docs/sandbox.md} describes it: all, or none.
   *
   * @throws IllegalArgumentException if it cannot be read; the message says where and why
   */
  public void add(String json) {
    ScriptText.read(json).forEach(this::add);
  }

  /** Lets everything go well again. */
  public void clear() {
    script.clear();
  }

  private void add(FaultRule rule) {
    script.add(rule.method(), rule.path(), rule.fault().outage());
  }
}
