package pawl.venue;

import org.jspecify.annotations.Nullable;

/** What the source has to tell next. */
sealed interface SourceItem permits StreamFrame, RestBody, SourceItem.End {
    /** By the market's clock. */
    long arrivalNs();

    int sizeBytes();

    /** @param failure why the source could not go on; null when all of it was read */
    record End(long arrivalNs, @Nullable Throwable failure) implements SourceItem {
        @Override
        public int sizeBytes() {
            return 0;
        }
    }
}
