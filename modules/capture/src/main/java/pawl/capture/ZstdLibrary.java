package pawl.capture;

import com.github.luben.zstd.util.Native;
import java.nio.file.Path;

/** The native library behind zstd, which is unpacked to Java's folder for temporary files when it is first needed. */
final class ZstdLibrary {
    private ZstdLibrary() {}

    /** @param file what is to be read or written */
    static void load(Path file, CaptureException.Kind kind) throws CaptureException {
        try {
            Native.load();
        } catch (LinkageError e) {
            throw new CaptureException(
                    kind,
                    file,
                    "needs zstd, whose native library cannot be loaded (" + e.getMessage()
                            + "): let java.io.tmpdir be a folder from which libraries may be loaded",
                    e);
        }
    }
}
