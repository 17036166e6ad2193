/**
 * The commands: what the user types becomes a call of the kernel's façade, and what the façade gives becomes lines or JSON. It decides
 * nothing about a replay, and knows no layer below the kernel.
 */
module pawl.cli {
    requires info.picocli;
    requires java.compiler; // what is a name in Java, for `plugin new`
    requires java.logging; // to quieten it: Vert.x and Netty log there
    requires pawl.kernel;
    requires pawl.scenario;
    requires pawl.timeline;
    requires pawl.venue;
    requires jdk.unsupported; // signals: a first and a second SIGTERM differ
    requires tools.jackson.core; // the generator of --json

    // Picocli fills the annotated fields of commands by reflection.
    opens pawl.cli to
            info.picocli;
}
