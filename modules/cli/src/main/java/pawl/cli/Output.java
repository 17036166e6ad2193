package pawl.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A standard stream as a buffered writer of UTF-8, whatever the locale; fails with {@link OutputException}. */
final class Output extends Writer {
    private final Writer target;

    Output(OutputStream stream) {
        this.target = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        try {
            target.write(characters, offset, length);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    @Override
    public void write(String text, int offset, int length) {
        try {
            target.write(text, offset, length);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    @Override
    public void write(int character) {
        try {
            target.write(character);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void flush() {
        try {
            target.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Only flushes: a standard stream outlives its users. */
    @Override
    public void close() {
        flush();
    }
}
