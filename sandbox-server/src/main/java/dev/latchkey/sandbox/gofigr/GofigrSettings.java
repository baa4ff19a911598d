package dev.latchkey.sandbox.gofigr;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How GoFigr's side behaves.
 *
 * @param clock what time it is there
 * @param delay how long every token endpoint waits before it answers
 */
public record GofigrSettings(InstantSource clock, Duration delay) {}
