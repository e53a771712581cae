package coreloom.workload;

import coreloom.gil.InterpreterLock;
import coreloom.gil.object.Counting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A word that a profile may set, beside the numbers of {@link Setting}. Its name in lower case is its key. A lane need not have it. */
public enum WordSetting {
    /** How a kernel from a file counts references; plain unless given where one thread at a time uses a heap, biased elsewhere. */
    COUNTING(Counting.Way.words()),
    /** What lock the interpreters of variant subinterpreters run under; own unless given. */
    INTERPRETER_LOCK(InterpreterLock.words()),
    /** The cores that the processes of a lane are confined to; all usable ones unless given. */
    CORES("must be a list of cores such as \"0,2-3\"", text -> CoreSet.parse(text).isPresent());

    private final String rule;
    private final Predicate<String> allowed;

    WordSetting(List<String> words) {
        this("must be one of " + String.join(", ", words), words::contains);
    }

    WordSetting(String rule, Predicate<String> allowed) {
        this.rule = rule;
        this.allowed = allowed;
    }

    /** Its key in a profile. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may have that value. */
    public boolean allows(String value) {
        return allowed.test(value);
    }

    /** What it must be, for a sentence. */
    public String rule() {
        return rule;
    }

    /** Whether it may stand at the top of a profile, for all lanes: those that not every lane can have may not. */
    boolean forAll() {
        return this == CORES;
    }

    /** Whether worker processes are told, by an option of the key's name; the others are the launcher's own business. */
    boolean toldToWorkers() {
        return this != CORES;
    }

    /** Its option on the command line of a worker process. */
    String option() {
        return "--" + key().replace('_', '-');
    }

    static Stream<String> keys() {
        return Arrays.stream(values()).map(WordSetting::key);
    }

    static Stream<String> keysForAll() {
        return Arrays.stream(values()).filter(WordSetting::forAll).map(WordSetting::key);
    }
}
