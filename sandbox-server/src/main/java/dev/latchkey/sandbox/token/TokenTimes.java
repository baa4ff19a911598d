package dev.latchkey.sandbox.token;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What time it is, and how long tokens last.
 *
 * @param clock dates and judges tokens
 * @param lifetime from issue or refresh to {@code exp}
 * @param refreshWindow from issue to {@code refresh_exp}, or to the end of a refresh token
 */
public record TokenTimes(InstantSource clock, Duration lifetime, Duration refreshWindow) {}
