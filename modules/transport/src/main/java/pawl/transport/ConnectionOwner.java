package pawl.transport;

/** Whoever opened a connection, and is told what happens on it. */
interface ConnectionOwner {
    void opened(Connection connection);

    /** A whole message, already stamped and read. */
    void message(Connection connection, long arrivalNs, byte[] bytes, int length, Heard heard);

    void acknowledged(Connection connection, int stream);

    void refused(Connection connection, int stream, String reason);

    /** It is no more. Never told of a connection that was retired. */
    void broken(Connection connection, BreakCause cause, String reason);
}
