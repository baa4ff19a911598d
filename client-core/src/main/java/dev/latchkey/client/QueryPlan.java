package dev.latchkey.client;

import dev.latchkey.auth.AuthStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a query would do.
 *
 * @param urls what it would call, in order: every page when {@code pages} is known and pages can be
 *     asked for by number, else the first alone; computed as it is read, however many there are
 * @param pages how many pages it would read, if that can be told
 * @param records how many records the whole list has, if the server was asked and says
 * @param credential how the credential would be found; empty for an anonymous query
 */
public record QueryPlan(
    List<URI> urls, OptionalLong pages, OptionalLong records, Optional<AuthStatus> credential) {}
