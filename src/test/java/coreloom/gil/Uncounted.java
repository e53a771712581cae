package coreloom.gil;

/** The pauses of a thread that nobody runs beside and nobody watches. */
public final class Uncounted implements Pauses {
    @Override
    public void pauseBegins() {}

    @Override
    public void pauseEnds() {}

    @Override
    public void collected() {}
}
