package coreloom.workload;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known word that a person may have meant. */
final class Nearest {
    private Nearest() {}

    /** The word that takes the fewest edits, if those are few for its length. */
    static Optional<String> of(String wrong, List<String> known) {
        return known.stream().min(Comparator.comparingInt(word -> edits(wrong, word)))
                .filter(word -> edits(wrong, word) <= Math.max(2, word.length() / 3));
    }

    /** Letters to put in, take out or exchange until one word is the other (Levenshtein's distance). */
    static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[to.length()];
    }
}
