package coreloom.app;

/** What the user wrote, as a sentence may quote it: short, and without characters that could move a cursor. */
final class Quoted {
    private static final int MOST_CHARACTERS = 40;

    private Quoted() {}

    static String of(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (visible.length() > MOST_CHARACTERS ? visible.substring(0, MOST_CHARACTERS) + "..." : visible) + "'";
    }
}
