package dev.latchkey.sandbox.store;

import java.time.Instant;

/**
 * A user, without the password.
 *
 * @param username also what tokens and workspaces refer to
 * @param email may be empty
 * @param firstName may be empty
 * @param lastName may be empty
 * @param dateJoined when the account was made
 */
public record Account(
    String username, String email, String firstName, String lastName, Instant dateJoined) {}
