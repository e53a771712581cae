package coreloom.gil.object;

/** Containers of about one age, in a ring, the oldest first; its head is a list that is no element. */
final class Generation {
    static final int COUNT = 3;

    private final ListObject head = new ListObject();
    /** Generation 0: containers made less those freed; the older: collections of the next younger; since its last collection. */
    int count;

    Generation() {
        clear();
    }

    private void clear() {
        head.next = head;
        head.previous = head;
    }

    boolean empty() {
        return head.next == head;
    }

    /** The oldest; {@link #end} when there is none. */
    ListObject first() {
        return head.next;
    }

    /** What comes after the last. */
    ListObject end() {
        return head;
    }

    void add(ListObject container) {
        container.previous = head.previous;
        container.next = head;
        head.previous.next = container;
        head.previous = container;
    }

    static void remove(ListObject container) {
        container.previous.next = container.next;
        container.next.previous = container.previous;
        container.previous = null;
        container.next = null;
    }

    void move(ListObject container) {
        remove(container);
        add(container);
    }

    /** Takes over all that another has, behind its own. */
    void takeAll(Generation other) {
        if (!other.empty()) {
            ListObject first = other.head.next;
            ListObject last = other.head.previous;
            head.previous.next = first;
            first.previous = head.previous;
            last.next = head;
            head.previous = last;
            other.clear();
        }
    }

    int size() {
        int size = 0;
        for (ListObject each = head.next; each != head; each = each.next) {
            size++;
        }
        return size;
    }
}
