package pawl.capture;

import com.github.luben.zstd.Zstd;

/** Zstd data for tests. */
final class Zstandard {
    private Zstandard() {}

    static byte[] of(byte[] plain) {
        return Zstd.compress(plain);
    }
}
