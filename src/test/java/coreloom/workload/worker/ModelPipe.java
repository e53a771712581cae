package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.Model;
import coreloom.gil.Primitives;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A pipe of a {@link Model}: it takes messages whole, and gives them half by half. */
final class ModelPipe implements ByteChannel {
    private final Model model;
    private final String name;
    private final Deque<Long> halves = new ArrayDeque<>();
    private final List<Primitives.Parker> waiting = new ArrayList<>();
    /** Numbers of the messages written so far. */
    final List<Long> written = new ArrayList<>();
    private final int bound;
    private int inside;

    /** @param bound how many messages at most are inside, those apart whose number is below 0 */
    ModelPipe(Model model, String name, int bound) {
        this.model = model;
        this.name = name;
        this.bound = bound;
    }

    @Override
    public int write(ByteBuffer from) {
        model.point("writes " + from.getLong(0) + " to the pipe of " + name);
        written.add(from.getLong(0));
        inside += from.getLong(0) >= 0 ? 1 : 0;
        assertTrue(inside <= bound, "more calls than the bound");
        halves.add(from.getLong());
        halves.add(from.getLong());
        waiting.forEach(Primitives.Parker::unpark);
        waiting.clear();
        return Long.BYTES * 2;
    }

    @Override
    public int read(ByteBuffer into) {
        model.point("reads half a message from the pipe of " + name);
        while (halves.isEmpty()) {
            Primitives.Parker parker = model.parker();
            waiting.add(parker);
            parker.park();
        }
        if (into.position() == 0) {
            assertEquals(0, halves.size() % 2, "two read one message");
            inside -= halves.element() >= 0 ? 1 : 0;
        }
        into.putLong(halves.remove());
        return Long.BYTES;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
