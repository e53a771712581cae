package coreloom.gil;

/**
 * Whose eval breaker a waiter sets that has waited one switch interval. Among the threads of one interpreter both rules come to the same: the
 * holder is asked.
 */
public enum DropRule {
    /**
     * That of the waiter's own interpreter, which all of its threads look at ({@code SET_GIL_DROP_REQUEST(interp)} up to CPython 3.12). A
     * holder of another interpreter never looks there, and lets go only for reasons of its own.
     */
    PYTHON_3_12,
    /** That of the thread that holds ({@code _PY_GIL_DROP_REQUEST_BIT} of {@code last_holder}, CPython 3.13 and later). */
    PYTHON_3_13
}
