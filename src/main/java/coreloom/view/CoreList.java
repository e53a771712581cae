package coreloom.view;

/** A list of cores as the kernel writes it: {@code 0-3,8}. Nothing here allocates. */
final class CoreList {
    private CoreList() {}

    /** How many cores it names; 0 when it is no such list. */
    static int count(String list) {
        int count = 0;
        int at = 0;
        while (at < list.length()) {
            int end = number(list, at);
            int from = value(list, at, end);
            int to = from;
            if (end < list.length() && list.charAt(end) == '-') {
                int begin = end + 1;
                end = number(list, begin);
                to = value(list, begin, end);
            }
            boolean separated = end == list.length() || list.charAt(end) == ',';
            if (from < 0 || to < from || !separated) {
                return 0;
            }
            count += to - from + 1;
            at = end + 1;
        }
        return count;
    }

    private static int number(String list, int from) {
        int end = from;
        while (end < list.length() && list.charAt(end) >= '0' && list.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int value(String list, int from, int to) {
        return to == from || to - from > 6 ? -1 : Integer.parseInt(list, from, to, 10);
    }
}
