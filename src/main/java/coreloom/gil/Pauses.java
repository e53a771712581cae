package coreloom.gil;

/**
 * How one thread keeps all others from the objects while it collects, and where that is counted. Only that thread calls it, when it may use the
 * objects itself.
 */
public interface Pauses {
    /** From here on no other thread uses the objects. */
    void pauseBegins();

    /** From here on they may again. */
    void pauseEnds();

    /** A collection is over, with all its pauses. */
    void collected();
}
