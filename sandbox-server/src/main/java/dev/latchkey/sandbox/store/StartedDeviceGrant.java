package dev.latchkey.sandbox.store;

/** A device login just begun: the one time that its device code is known. Not a record. */
public final class StartedDeviceGrant {
  private final String deviceCode;
  private final String userCode;

  StartedDeviceGrant(String deviceCode, String userCode) {
    this.deviceCode = deviceCode;
    this.userCode = userCode;
  }

  /** What the device asks with. */
  public String deviceCode() {
    return deviceCode;
  }

  /** What a person types. */
  public String userCode() {
    return userCode;
  }

  @Override
  public String toString() {
    return "StartedDeviceGrant[redacted]";
  }
}
