package dev.latchkey.sandbox;

import dev.latchkey.sandbox.store.DeviceGrants;
import java.util.List;

/**
 * The device logins that wait for somebody to answer, so that a test can answer in a person's
 * place. Codes are taken as a person may type them: case, spaces and the dash do not count.
 * Thread-safe.
 */
public final class DeviceLogins {
  private final DeviceGrants grants;

  DeviceLogins(DeviceGrants grants) {
    this.grants = grants;
  }

  /** The user codes that wait, oldest first. */
  public List<String> waiting() {
    return grants.waiting();
  }

  /**
   * Says yes as {@code user}: the device's next question gets an access token.
   *
   * @throws IllegalArgumentException if no login waits with this code
   */
  public void approve(String userCode, SandboxUser user) {
    require(grants.approve(userCode, user.username()), userCode);
  }

  /**
   * Says no: the device is answered {@code access_denied}.
   *
   * @throws IllegalArgumentException if no login waits with this code
   */
  public void deny(String userCode) {
    require(grants.deny(userCode), userCode);
  }

  /**
   * Lets the time run out: the device is answered {@code expired_token}.
   *
   * @throws IllegalArgumentException if no login waits with this code
   */
  public void expire(String userCode) {
    require(grants.expire(userCode), userCode);
  }

  private static void require(boolean found, String userCode) {
    if (!found) {
      throw new IllegalArgumentException("No device login waits with the code " + userCode);
    }
  }
}
