package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.store.Analyses;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.store.Workspaces;

/**
 * What GoFigr's side remembers.
 *
 * @param accounts users
 * @param keys their API keys
 * @param workspaces their workspaces
 * @param analyses what is in those
 */
public record GofigrStores(
    Accounts accounts, ApiKeys keys, Workspaces workspaces, Analyses analyses) {}
