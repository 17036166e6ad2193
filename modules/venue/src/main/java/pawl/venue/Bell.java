package pawl.venue;

import org.jspecify.annotations.Nullable;

/** Calls somebody who comes later than those who ring. */
final class Bell {
    private @Nullable Runnable called;

    void calls(Runnable newCalled) {
        called = newCalled;
    }

    void ring() {
        Runnable now = called;
        if (now != null) {
            now.run();
        }
    }
}
