package coreloom.app;

/** Text for a terminal that quotes what came from outside: names, commands, files. */
final class Printable {
    private Printable() {}

    /** The same with control characters (C0, DEL, C1) made visible; a newline stays one. */
    static String of(String text) {
        if (text.chars().noneMatch(Printable::hidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (hidden(point)) {
                visible.append(String.format("\\u%04x", point));
            } else {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString();
    }

    private static boolean hidden(int point) {
        return Character.isISOControl(point) && point != '\n';
    }
}
