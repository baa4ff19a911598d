package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore;

/** What there is instead of a lease when there cannot be one. */
enum NoLease implements TokenStore.Lease {
  INSTANCE;

  @Override
  public boolean isHeld() {
    return false;
  }

  @Override
  public boolean isContended() {
    return false;
  }

  @Override
  public void close() {}
}
