package coreloom.workload.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Looks for the Python that was asked for: runs one candidate after the other and asks it who it is, until one fits. Never waits: it is stepped.
 * Used by one thread.
 */
public final class InterpreterSearch implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int MOST_BYTES = 4096;
    private static final int MOST_REASONS = 2;
    private static final int LONGEST_WORDS = 100;

    private final PythonWish wish;
    private final List<Path> candidates;
    private final Surroundings around;
    private final List<String> reasons = new ArrayList<>();
    private int next;
    private Process asked;
    private long askedNanos;
    private Optional<Interpreter> found = Optional.empty();

    /**
     * Where it looks.
     *
     * @param searchPath folders, in order
     * @param prefix     what stands in front of every command that is started; may be empty
     * @param answers    a file of its own for answers, removed at the end
     */
    public record Surroundings(List<Path> searchPath, List<String> prefix, Path answers) {}

    public InterpreterSearch(PythonWish wish, Surroundings around) {
        this.wish = wish;
        this.around = around;
        this.candidates = wish.candidates(around.searchPath());
    }

    /**
     * Looks further.
     *
     * @param now monotonic ns
     * @return whether the search is over; then see {@link #found}
     */
    public boolean step(long now) {
        if (asked != null && !heard(now)) {
            return false;
        }
        while (found.isEmpty() && next < candidates.size()) {
            if (ask(candidates.get(next), now)) {
                return false;
            }
            next++;
        }
        close();
        return true;
    }

    /** The interpreter; empty when there is none, and as long as the search is not over. */
    public Optional<Interpreter> found() {
        return found;
    }

    /** Why none was found, and what to do: a sentence without its place. */
    public String why() {
        String seen = reasons.isEmpty() ? "" : ": " + String.join(", ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
        return wish.absence() + seen + "; install it, or give python the path of an interpreter.";
    }

    private boolean ask(Path candidate, long now) {
        if (!PythonWish.runnable(candidate)) {
            reasons.add(candidate + " is no file that can be run");
            return false;
        }
        List<String> line = new ArrayList<>(around.prefix());
        line.addAll(List.of(candidate.toString(), "-E", "-S", "-B", "-c", Interpreter.QUESTION));
        try {
            asked = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(around.answers().toFile()).start();
            asked.getOutputStream().close();
            askedNanos = now;
            return true;
        } catch (IOException e) {
            end();
            reasons.add(candidate + " cannot be run");
            return false;
        }
    }

    /** Whether the candidate asked has answered, or will not; the search goes on with the next one then. */
    private boolean heard(long now) {
        Path candidate = candidates.get(next);
        if (asked.isAlive()) {
            if (now - askedNanos < PATIENCE_NANOS) {
                return false;
            }
            reasons.add(candidate + " did not answer within " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s");
        } else {
            judge(candidate, asked.exitValue(), answer());
        }
        end();
        next++;
        return true;
    }

    private void judge(Path candidate, int exitCode, String answer) {
        Optional<Interpreter> interpreter = Interpreter.parse(candidate, answer);
        found = interpreter.filter(wish::fits);
        if (found.isEmpty()) {
            reasons.add(candidate + interpreter.map(other -> " is " + other.name())
                    .orElse(exitCode == 0 ? " does not answer as Python does" : " ended with exit code " + exitCode + words(answer)));
        }
    }

    private static String words(String answer) {
        String first = answer.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        return first.isEmpty() ? "" : " (\"" + (first.length() > LONGEST_WORDS ? first.substring(0, LONGEST_WORDS) + "…" : first) + "\")";
    }

    private String answer() {
        try (InputStream in = Files.newInputStream(around.answers())) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void end() {
        if (asked != null) {
            asked.destroyForcibly();
            asked = null;
        }
    }

    /** Ends whoever is being asked, and removes the file. */
    @Override
    public void close() {
        end();
        try {
            Files.deleteIfExists(around.answers());
        } catch (IOException e) {
            return;
        }
    }
}
