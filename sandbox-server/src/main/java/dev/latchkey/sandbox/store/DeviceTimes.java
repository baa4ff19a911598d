package dev.latchkey.sandbox.store;

import java.time.Duration;

/**
 * The times of a device login.
 *
 * @param lifetime how long a code may be entered
 * @param interval how long the device is to wait between two questions, at first
 */
public record DeviceTimes(Duration lifetime, Duration interval) {}
