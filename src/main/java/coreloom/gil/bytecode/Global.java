package coreloom.gil.bytecode;

/**
 * What {@code LOAD_GLOBAL} finds.
 *
 * @param number which function of the program, or the ordinal of a builtin, a parameter or an object
 */
record Global(Kind kind, int number) {
    enum Kind {
        FUNCTION, BUILTIN, PARAMETER, OBJECT
    }

    /** Objects that all workers of a process have in common. */
    enum Shared {
        /** The critical section. */
        LOCK,
        /** An object whose references all of them count. */
        SHARED,
        /** The connection to a process that asks; only the first worker of a lane may use it. */
        CONNECTION
    }

    boolean callable() {
        return kind == Kind.FUNCTION || kind == Kind.BUILTIN;
    }
}
