package dev.latchkey.sandbox;

import dev.latchkey.sandbox.fault.Script;
import dev.latchkey.sandbox.fault.ScriptText;

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
   * @param method such as {@code POST}, or {@code *} for all
   * @param path a whole path without its query, the end of one, such as {@code auth/sliding}, or
   *     {@code *} for all
   * @param fault what happens
   */
  public void on(String method, String path, Fault fault) {
    script.add(method, path, fault.outage());
  }

  /**
   * Adds the rules of a script in JSON, as {@code docs/sandbox.md} describes it: all, or none.
   *
   * @throws IllegalArgumentException if it cannot be read; the message says where and why
   */
  public void add(String json) {
    ScriptText.addTo(script, json);
  }

  /** Lets everything go well again. */
  public void clear() {
    script.clear();
  }
}
