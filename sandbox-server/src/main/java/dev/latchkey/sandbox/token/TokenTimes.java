package dev.latchkey.sandbox.token;

import java.time.Duration;

/**
 * How long tokens last.
 *
 * @param lifetime from issue or refresh to {@code exp}
 * @param refreshWindow from issue to {@code refresh_exp}, or to the end of a refresh token
 */
public record TokenTimes(Duration lifetime, Duration refreshWindow) {}
