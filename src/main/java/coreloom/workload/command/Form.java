package coreloom.workload.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a real CPython runs its workers; its name in lower case is its word in profiles. */
public enum Form {
    /** Threads of one process, by the module threading. */
    THREADS,
    /** A process for each worker, by the module multiprocessing. */
    PROCESSES,
    /** A process pool, by the module concurrent.futures: each work unit is a task. */
    POOL,
    /** Coroutines on one event loop, by the module asyncio. */
    ASYNCIO;

    /** Its word in profiles and on the command line of the script. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of that word. */
    public static Optional<Form> named(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** The words of all, for a sentence. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Form::word).toList();
    }
}
