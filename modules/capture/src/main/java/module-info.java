/**
 * Recorded exchange traffic as one ordered stream of frames: Pawl's own captures and those of other collectors, merged
 * by tick and arrival stamp, with what is wrong in them reported and not thrown.
 *
 * <p>A module of its own because it fences off file formats and Jackson's parser from the rest of the engine, and so
 * that nothing but the kernel can read a recording. It reads and writes files and never the clock.
 */
@SuppressWarnings("module") // pawl.kernel is compiled after this module
module pawl.capture {
    requires pawl.api;
    requires com.github.luben.zstd_jni; // compression of recordings; loads a native library
    requires static org.jspecify;
    requires tools.jackson.core; // the JSON lines of cryptofeed's collector

    exports pawl.capture to
            pawl.kernel;
}
