package dev.latchkey.client.internal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Secret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PassphraseBoxTest {

  /** By Python's hashlib and cryptography 48: 600,000 iterations, salt 00..0f, key 00..1f. */
  private static final String VECTOR =
      "4c4b5001000927c0000102030405060708090a0b0c0d0e0f6465666768696a6b6c6d6e6f"
          + "cec4f6a582fefee0f1ce34ad40eb7eeef1b0471db22fc200bf53fc3e988f8e1a"
          + "9ec4889472a5eb53b1d67867fa2187b1";

  private static final Secret PASSPHRASE = Secret.password("pässword 1", "the test");

  private final byte[] key = Seal.newKey();
  private final PassphraseBox quick = new PassphraseBox(1000);

  @Test
  void opensWhatAnotherImplementationHasClosed() {
    byte[] first = new byte[32];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) i;
    }
    byte[] box = HexFormat.of().parseHex(VECTOR);
    assertThat(PassphraseBox.usual().open(box, PASSPHRASE)).contains(first);
  }

  @Test
  void opensForItsPassphraseAlone() {
    byte[] box = quick.close(key, PASSPHRASE);
    assertThat(quick.open(box, PASSPHRASE)).contains(key);
    assertThat(quick.open(box, Secret.password("pässword 2", "the test"))).isEmpty();
  }

  @Test
  void opensNothingThatDiffersInAByte() {
    byte[] box = quick.close(key, PASSPHRASE);
    for (int i = 0; i < box.length; i++) {
      byte[] changed = box.clone();
      changed[i] ^= 1;
      assertThat(quick.open(changed, PASSPHRASE)).as("byte %d", i).isEmpty();
    }
  }

  @Test
  void opensNothingThatIsShorter() {
    byte[] box = quick.close(key, PASSPHRASE);
    for (int length = 0; length < box.length; length++) {
      assertThat(quick.open(Arrays.copyOf(box, length), PASSPHRASE)).isEmpty();
    }
  }

  @Test
  void neitherHurriesNorWorksForEver() {
    byte[] box = quick.close(key, PASSPHRASE);
    assertThat(new PassphraseBox(1001).open(box, PASSPHRASE)).isEmpty();
    assertThat(quick.open(ByteBuffer.wrap(box).putInt(4, 10_000_001).array(), PASSPHRASE))
        .isEmpty();
    assertThat(quick.open(ByteBuffer.wrap(box).putInt(4, -1).array(), PASSPHRASE)).isEmpty();
  }

  @Test
  void salts() {
    byte[] one = quick.close(key, PASSPHRASE);
    byte[] other = quick.close(key, PASSPHRASE);
    assertThat(Arrays.copyOfRange(one, 8, 24)).isNotEqualTo(Arrays.copyOfRange(other, 8, 24));
  }
}
