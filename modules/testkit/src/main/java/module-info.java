/**
 * The conformance kit: what a plugin's tests extend, one numbered contract for each service of {@code pawl.api} and one for the
 * plugin's architecture.
 *
 * <p>Run from the class path, as Surefire does with what a module does not require, or as a module; either way nothing has to be
 * added to the command line. {@code jdk.management} tells how much a thread allocated.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module pawl.testkit {
    requires transitive pawl.api;
    requires transitive org.junit.jupiter.api;
    requires transitive com.tngtech.archunit;
    requires java.management;
    requires jdk.management;
    requires static org.jspecify;

    exports pawl.testkit;
}
