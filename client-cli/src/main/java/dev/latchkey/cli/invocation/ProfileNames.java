package dev.latchkey.cli.invocation;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ProfileList.Profile;
import java.util.Iterator;

/** The names of the profiles there are, for completion. */
public final class ProfileNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return ApiClient.builder().profiles().profiles().stream().map(Profile::name).iterator();
  }
}
