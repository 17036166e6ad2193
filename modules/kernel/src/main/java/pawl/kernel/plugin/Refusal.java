package pawl.kernel.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every cause for which a plugin is refused, with its remedy. What stands in braces differs from case to case. The table in
 * {@code docs/plugins.md} is made of these, by the test that provokes each of them.
 */
enum Refusal {
    NEITHER("it is no folder, no .jar and no .zip", "name one of these, as it would lie in the plugins folder"),
    UNREADABLE("its files cannot be read: {error}", "see to their permissions, and that they are files"),
    NO_JAR("it holds no jar", "put the plugin's jars directly into it"),
    LINK_OUTSIDE("its {file} is a symbolic link to a file outside of its folder", "put the file itself there"),
    CORRUPT("a jar of it cannot be read as a module: {error}", "copy it again, or build it again for Java 25"),
    PACKED_CORRUPT("it cannot be unpacked: {error}", "pack it again, or put its folder here instead"),
    PACKED_NAME(
            "its entry {entry} would lie outside of its folder",
            "pack its jars with plain names, side by side or in one folder"),
    PACKED_LINK("its entry {entry} is a symbolic link", "pack the file itself"),
    PACKED_DEEP("its entry {entry} lies too deep", "pack its jars side by side or in one folder"),
    PACKED_TOO_MANY("it has more than {n} entries", "pack the plugin's jars and nothing else"),
    PACKED_TOO_LARGE("it unpacks to more than {n} bytes", "pack the plugin's jars and nothing else"),
    NOT_LOCKED("its SHA-256 {hash} is not in {file}", "if you trust it, run: pawl plugin lock {entry}"),
    LOCKED_AS_ANOTHER(
            "{file} has its SHA-256 for the id {id}, and it calls itself {id}",
            "if you trust it, run: pawl plugin lock {entry}"),
    SAME_MODULE_TWICE("two of its jars hold a module of the same name", "leave one of them"),
    NO_MODULE_INFO(
            "its jar {module} has no module-info, so nothing fences it",
            "use a jar that has one; an automatic module is none"),
    BRINGS_THE_API(
            "it brings a copy of pawl.api (in {module}), which would hide the engine's",
            "give that dependency the scope `provided`"),
    API_TOO_NEW("it was built for pawl.api {version}, this is {version}", "use a newer Pawl, or an older build of it"),
    API_TOO_OLD(
            "it was built for pawl.api {version}, this is {version}",
            "build it again for this major version, or use an older Pawl"),
    API_UNKNOWN("it says that it was built for pawl.api {version}", "build it against a release, as in 1.0.0"),
    REQUIRES_ENGINE_MODULE(
            "its module {module} requires {module} of the engine, which no plugin may read",
            "use pawl.api alone, and put the plugin's own copy of a library into its folder"),
    REQUIRES_JDK_MODULE(
            "its module {module} requires {module}, which no plugin may read",
            "of the JDK, java.base, java.logging and java.xml are allowed"),
    MISSING_MODULE(
            "its module {module} requires {module}, which is not there", "put that module's jar into its folder"),
    DOES_NOT_FIT("its modules do not fit together: {error}", "keep each package in one jar of it"),
    READS_THE_ENGINE(
            "its class {class} uses {class} of the engine's module {module}", "use nothing of Pawl but pawl.api"),
    MISSING_MEMBER(
            "its class {class} uses {member}, which pawl.api {version} has not",
            "build it against this version, or use the Pawl it was built for"),
    UNIMPLEMENTED(
            "its class {class} leaves out {member}, which pawl.api {version} asks for",
            "build it against this version, or use the Pawl it was built for"),
    CLASSES_TOO_LARGE("its classes take more than {n} bytes", "leave out what is no code of the plugin"),
    PLUGIN_COUNT(
            "it provides {n} plugins",
            "exactly one module-info must say `provides … with` one of Pawl's four services"),
    PROVIDER_MISSING("its provider class {class} is not in its jar", "build the jar again"),
    PROVIDER_NOT_PUBLIC(
            "its provider class {class} is not public, or has no public constructor without arguments",
            "make both public"),
    PROVIDER_THROWS(
            "its provider threw when it was made and asked for its id: {error}", "do nothing there that can fail"),
    PROVIDER_HANGS(
            "its provider was not made and had no id within {n} ms",
            "do nothing there that waits or takes long; its thread hangs until Pawl ends"),
    BAD_ID(
            "its id is \"{id}\"",
            "needed is one of at most 63 lower-case letters, digits and hyphens, as in exchange-acme"),
    WRONG_KIND(
            "its id is \"{id}\", but it provides the service of another kind",
            "start it with {kind}-, or provide the service that it names"),
    RESERVED_ID(
            "its id is \"{id}\", and ids of that start are reserved", "name it after yourself, as in exchange-acme"),
    BAD_VERSION("its version is \"{version}\"", "a log's header has room for 24 bytes of it: shorten it"),
    DUPLICATE_ID("the id {id} is claimed by {n} plugins", "leave one of them here"),
    VENUE_FAILS(
            "its venue() or surveyor() fails: {error}",
            "give a name and a surveyor; `pawl plugin check` alone asks for them");

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    private final String cause;
    private final String remedy;

    Refusal(String cause, String remedy) {
        this.cause = cause;
        this.remedy = remedy;
    }

    /** With what differs in braces. */
    String cause() {
        return cause;
    }

    String remedy() {
        return remedy;
    }

    /**
     * In one line.
     *
     * @param values in place of what stands in braces, in order
     */
    String line(Object... values) {
        Matcher place = PLACE.matcher(cause + "; " + remedy);
        StringBuilder line = new StringBuilder();
        int next = 0;
        while (place.find()) {
            place.appendReplacement(line, Matcher.quoteReplacement(String.valueOf(values[next])));
            next++;
        }
        if (next != values.length) {
            throw new IllegalArgumentException(name() + " has " + next + " places, not " + values.length);
        }
        return place.appendTail(line).toString();
    }
}
