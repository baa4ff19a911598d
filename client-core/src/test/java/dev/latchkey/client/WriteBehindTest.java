package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is brought to the disk while a file comes. */
class WriteBehindTest {

  private static final int MUCH = 40 << 20;

  private final Disk disk = new Disk();
  private final WriteBehind writing = new WriteBehind(disk);

  @Test
  void waitsForTheEndOfWhatIsSmall() throws IOException {
    writing.written(1 << 20);
    writing.finish();
    assertThat(disk.forces).containsExactly("all");
  }

  @Test
  void beginsWhileMoreComes() throws Exception {
    writing.written(MUCH);
    assertThat(disk.forced.await(30, TimeUnit.SECONDS)).isTrue();
    writing.finish();
    assertThat(disk.forces).containsExactly("content", "all");
  }

  @Test
  void tellsAtTheEndOfAFaultThatTheSystemTellsOfOnce() throws Exception {
    disk.fails = true;
    writing.written(MUCH);
    assertThat(disk.forced.await(30, TimeUnit.SECONDS)).isTrue();
    disk.fails = false;
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(writing::finish)
        .withMessage("Input/output error");
  }

  /** Keeps nothing, and can fail. */
  private static final class Disk extends FileChannel {

    private final List<String> forces = new CopyOnWriteArrayList<>();
    private final CountDownLatch forced = new CountDownLatch(1);
    private volatile boolean fails;

    @Override
    public void force(boolean metaData) throws IOException {
      boolean failing = fails;
      forces.add(metaData ? "all" : "content");
      forced.countDown();
      if (failing) {
        throw new IOException("Input/output error");
      }
    }

    @Override
    public int read(ByteBuffer target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long there) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseChannel() {}
  }
}
