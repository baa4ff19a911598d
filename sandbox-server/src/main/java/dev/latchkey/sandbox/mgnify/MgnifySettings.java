package dev.latchkey.sandbox.mgnify;

import java.time.Duration;
import java.util.List;

/**
 * How MGnify's side behaves.
 *
 * @param usernames whom the first private studies go to
 * @param privateStudies how many each user has
 * @param delay how long every token endpoint waits before it answers
 * @param refreshesAfterExpiry whether a token past {@code exp} is refreshed, as documented
 */
public record MgnifySettings(
    List<String> usernames, int privateStudies, Duration delay, boolean refreshesAfterExpiry) {}
