package coreloom.gil.loop;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.util.List;

/** A coroutine of {@code coroutines.txt}, which tells of each thing once it is done. */
final class ScriptedCoroutine {
    private final String name;
    private final List<String> things;
    private final HandTurnedLoop world;
    private final LoopLock lock;
    private final StringBuilder trace;
    private final Coroutine coroutine;
    private int next;
    private boolean awaits;

    ScriptedCoroutine(String line, HandTurnedLoop world, LoopLock lock, StringBuilder trace) {
        String[] words = line.split("\\s+", 3);
        this.name = words[0];
        String once = words[2] + ";";
        this.things = List.of(once.repeat(Integer.parseInt(words[1])).split(";\\s*"));
        this.world = world;
        this.lock = lock;
        this.trace = trace;
        this.coroutine = world.coroutine(this::run);
        coroutine.start();
    }

    boolean ended() {
        return next == things.size();
    }

    private void run() throws IOException {
        while (!ended() && done(things.get(next).split(" "))) {
            trace.append(world.micros()).append(' ').append(name).append(' ').append(things.get(next)).append('\n');
            next++;
        }
    }

    private boolean done(String[] thing) {
        long micros = thing.length > 1 ? Long.parseLong(thing[1]) : 0;
        return switch (thing[0]) {
            case "compute" -> {
                world.compute(micros);
                yield true;
            }
            case "lock" -> lock.acquire(coroutine);
            case "unlock" -> {
                lock.release();
                yield true;
            }
            default -> awaited(thing[0], micros);
        };
    }

    /** Begins to await, and on the next turn has done so. */
    private boolean awaited(String word, long micros) {
        awaits = !awaits;
        if (awaits) {
            switch (word) {
                case "turn" -> coroutine.giveWay();
                case "sleep" -> coroutine.sleep(micros);
                case "reply" -> {
                    long at = world.loop.nanos() + micros * 1000;
                    coroutine.await(WaitKind.IO);
                    world.happens(micros, () -> coroutine.completed(at));
                }
                default -> throw new IllegalArgumentException(word);
            }
        }
        return !awaits;
    }
}
