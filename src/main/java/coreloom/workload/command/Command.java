package coreloom.workload.command;

import coreloom.snapshot.LaneReading;
import coreloom.workload.variant.Discipline;
import coreloom.workload.variant.Variant;
import java.util.List;
import java.util.Objects;

/**
 * Any program as a lane. How many processes and threads it has is its own affair; how many workers, and what each does, only one that speaks
 * the line protocol (docs/line-protocol.md) can tell.
 *
 * @param words   the program and its arguments
 * @param literal whether every word reaches the program as it is; else {@link #WORKERS} in one stands for the number of workers
 * @param speaks  whether it speaks the line protocol
 * @param label   what it is, as a sentence for people; empty where the words say all there is to say
 */
public record Command(List<String> words, boolean literal, boolean speaks, String label) implements Variant {
    /** Its name in profiles and on screen. */
    public static final String NAME = LaneReading.COMMAND;
    /** What stands for the number of workers. */
    public static final String WORKERS = "{workers}";

    public Command {
        words = List.copyOf(words);
        Objects.requireNonNull(label);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** A program of a profile, whose words may name the number of workers. */
    public Command(List<String> words, boolean speaks, String label) {
        this(words, false, speaks, label);
    }

    /** A program that was given word by word, and says nothing of itself. */
    public static Command literally(List<String> words) {
        return new Command(words, true, false, "");
    }

    /** The program and its arguments for that number of workers. */
    public List<String> line(int workers) {
        return literal ? words : words.stream().map(word -> word.replace(WORKERS, String.valueOf(workers))).toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** One process is started; a program that does not speak has no workers that we know. */
    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(speaks ? workers : 0);
    }

    /** What its workers must hold is not ours to say. */
    @Override
    public Discipline discipline() {
        return Discipline.FREE;
    }

    @Override
    public String sentence() {
        return "A program of the user's, with all the processes that it starts.";
    }
}
