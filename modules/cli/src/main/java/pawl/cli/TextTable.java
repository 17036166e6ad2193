package pawl.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines in columns two blanks apart, each as wide as its widest cell. */
final class TextTable {
    private static final String GAP = "  ";

    private final String alignments;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignments a letter for each column: {@code l} for left, {@code r} for right */
    TextTable(String alignments) {
        this.alignments = alignments;
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        int[] widths = new int[alignments.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            boolean isRight = alignments.charAt(i) == 'r';
            line.append(i == 0 ? "" : GAP);
            line.append(isRight ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
