package pawl.cli;

import java.io.PrintWriter;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what stopped a command into a line on standard error and an exit code. Shows stack traces only where PAWL_DEBUG asks. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Streams streams;

    Failures(Streams streams) {
        this.streams = streams;
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        streams.failure(thrown.getMessage() + suggestion(thrown));
        streams.errorLine("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Kind.USAGE.exitCode();
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        return report(thrown);
    }

    /** Gives the exit code. */
    int report(Throwable thrown) {
        if (isDebugging()) {
            PrintWriter trace = new PrintWriter(streams.error());
            thrown.printStackTrace(trace);
            trace.flush();
        }
        return switch (thrown) {
            case PawlException refusal -> {
                streams.failure(message(refusal));
                yield refusal.kind().exitCode();
            }
            // Whoever read the output has seen enough, as `head` has.
            case OutputException output when output.isBrokenPipe() -> 0;
            case OutputException output -> {
                streams.failure("the output cannot be written: " + message(output));
                yield Kind.USAGE.exitCode();
            }
            case OutOfMemoryError _ -> {
                streams.failure("out of memory; give it more, for example with PAWL_JAVA_OPTS=-Xmx4g");
                yield Kind.USAGE.exitCode();
            }
            default -> {
                streams.failure("internal error, please report it: " + thrown + " (PAWL_DEBUG=1 shows where)");
                yield Kind.INVARIANT.exitCode();
            }
        };
    }

    private static String suggestion(ParameterException thrown) {
        if (!(thrown instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        var similar = unmatched.getSuggestions();
        return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
    }

    private static String message(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }

    static boolean isDebugging() {
        String variable = System.getenv().getOrDefault("PAWL_DEBUG", "");
        return Boolean.getBoolean("pawl.debug") || !(variable.isEmpty() || variable.equals("0"));
    }
}
