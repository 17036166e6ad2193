package pawl.testkit;

import java.nio.charset.StandardCharsets;

/**
 * What a venue sends besides data: an acknowledgement, a refusal, a pong, a farewell.
 *
 * @param text the frame as the venue sends it
 * @param heard what {@link pawl.api.exchange.FeedProtocol#hear} makes of it
 */
public record Answer(String text, Heard heard) {
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
