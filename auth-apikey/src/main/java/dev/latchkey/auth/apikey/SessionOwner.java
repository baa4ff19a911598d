package dev.latchkey.auth.apikey;

import java.util.Optional;

/**
 * Who will open a session.
 *
 * @param user the user's name, if that is known
 * @param source how, for people
 */
record SessionOwner(Optional<String> user, String source) {}
