package coreloom.snapshot;

import java.util.Locale;

/**
 * What the system call of a thread that waits as one does for a lock tells of the word that it waits at. Recorded by name: never rename one, and add new
 * ones at the end.
 */
public enum LockSign {
    /** It may be either. */
    NONE,
    /** The word is one of a lock: whoever holds it has to let go. */
    LOCK,
    /** The word is one of a condition, a barrier or a semaphore: somebody has to get something done. Runtimes make locks of their own of these. */
    CONDITION;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Its name in recordings. */
    public String key() {
        return key;
    }
}
