package pawl.capture;

import java.util.Optional;

/** Bytes from an array, at most so many at once. */
final class ArrayBytes implements ByteSource {
    private final byte[] bytes;
    private final int mostAtOnce;
    private int position;

    ArrayBytes(byte[] bytes, int mostAtOnce) {
        this.bytes = bytes;
        this.mostAtOnce = mostAtOnce;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (position == bytes.length) {
            return -1;
        }
        int count = Math.min(Math.min(length, mostAtOnce), bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public Optional<Damage> damage() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
