package pawl.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The page that shows a timeline: one file of HTML with its data, style, script and chart library inside, which loads nothing and can
 * be kept and sent on.
 */
public final class TimelinePage {
    private TimelinePage() {}

    /**
     * Writes the page, in UTF-8.
     *
     * @param timelineJson as {@code pawl timeline --json} prints it (docs/timeline.md)
     * @param title of the page; any text
     */
    public static void write(OutputStream out, String timelineJson, String title) throws IOException {
        String page = resource("page.html");
        int from = 0;
        while (true) {
            int at = page.indexOf("{{", from);
            if (at < 0) {
                out.write(page.substring(from).getBytes(StandardCharsets.UTF_8));
                return;
            }
            int end = page.indexOf("}}", at);
            out.write(page.substring(from, at).getBytes(StandardCharsets.UTF_8));
            String part = part(page.substring(at + 2, end), timelineJson, title);
            out.write(part.getBytes(StandardCharsets.UTF_8));
            from = end + 2;
        }
    }

    private static String part(String name, String timelineJson, String title) throws IOException {
        return switch (name) {
            case "title" -> title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            case "style" -> resource("page.css");
            // In a script only "</" and "<!--" could end or change what follows; JSON can spell "<" otherwise.
            case "data" -> timelineJson.replace("<", "\\u003c");
            case "library" -> resource("echarts.min.js");
            case "script" -> resource("page.js");
            default -> throw new IllegalStateException("the page has no part " + name);
        };
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TimelinePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar of pawl.timeline");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
