package coreloom.gil;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What lock the interpreters of one process run under (PEP 684). */
public enum InterpreterLock {
    /** Each under one of its own. */
    OWN("own", DropRule.PYTHON_3_13),
    /** All under one, asked for as CPython 3.12 asks. */
    SHARED_3_12("shared-3.12", DropRule.PYTHON_3_12),
    /** All under one, asked for as CPython 3.13 asks. */
    SHARED_3_13("shared-3.13", DropRule.PYTHON_3_13);

    private final String word;
    private final DropRule rule;

    InterpreterLock(String word, DropRule rule) {
        this.word = word;
        this.rule = rule;
    }

    /** Its word in profiles and on command lines. */
    public String word() {
        return word;
    }

    /** Whom a waiter asks to let go. */
    public DropRule rule() {
        return rule;
    }

    /** That of that word. */
    public static Optional<InterpreterLock> named(String word) {
        return Arrays.stream(values()).filter(lock -> lock.word.equals(word)).findFirst();
    }

    /** The words of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(InterpreterLock::word).toList();
    }
}
