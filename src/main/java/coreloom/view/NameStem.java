package coreloom.view;

/** A thread's name with each number in it as {@code #}: {@code worker-12} and {@code worker-3} have one stem. Nothing here allocates. */
final class NameStem {
    private NameStem() {}

    static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i = next(name, i)) {
            hash = 31 * hash + at(name, i);
        }
        return hash;
    }

    static boolean same(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length() && at(one, i) == at(other, j)) {
            i = next(one, i);
            j = next(other, j);
        }
        return i == one.length() && j == other.length();
    }

    static StringBuilder append(StringBuilder line, String name) {
        for (int i = 0; i < name.length(); i = next(name, i)) {
            line.append(at(name, i));
        }
        return line;
    }

    private static char at(String name, int i) {
        return digit(name.charAt(i)) ? '#' : name.charAt(i);
    }

    private static int next(String name, int i) {
        int next = i + 1;
        while (digit(name.charAt(i)) && next < name.length() && digit(name.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
