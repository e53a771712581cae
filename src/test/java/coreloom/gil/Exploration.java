package coreloom.gil;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * All schedules of a small program, one after the other, depth first: every run repeats the choices of the one before up to the last that
 * has an untried alternative. Nobody able to move is a failure also while somebody sleeps for a time: a lost wake-up must not hide behind a
 * time-out. Bounded as in CHESS: how often a thread that could go on is interrupted, and how often a sleep ends without a wake-up. Where
 * there are many threads, also how often another moves than the next in line.
 */
public final class Exploration implements Schedule {
    private final int maxInterruptions;
    private final int maxEarly;
    private final int maxDetours;
    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> alternatives = new ArrayList<>();
    private final List<Move> options = new ArrayList<>();
    private int depth;
    private int interruptions;
    private int early;
    private int detours;

    public Exploration(int maxInterruptions, int maxEarly) {
        this(maxInterruptions, maxEarly, Integer.MAX_VALUE);
    }

    /** @param maxDetours how often another moves than the one that moved last or, if that cannot, the first that can */
    public Exploration(int maxInterruptions, int maxEarly, int maxDetours) {
        this.maxInterruptions = maxInterruptions;
        this.maxEarly = maxEarly;
        this.maxDetours = maxDetours;
    }

    /**
     * Runs a program in every way there is.
     *
     * @param program gives the actors of a fresh run on that model, and is asked to check each run at its end
     * @return number of runs
     */
    public int explore(Function<Model, Program> program) {
        int runs = 0;
        do {
            depth = 0;
            interruptions = 0;
            early = 0;
            detours = 0;
            Model model = new Model();
            Program fresh = program.apply(model);
            model.run(this, fresh.actors());
            fresh.check();
            runs++;
        } while (advance());
        return runs;
    }

    /** A program of a few actors. */
    public interface Program {
        List<Runnable> actors();

        /** Throws if the run that has just ended was wrong. */
        void check();
    }

    private boolean advance() {
        int last = chosen.size() - 1;
        while (last >= 0 && chosen.get(last) + 1 == alternatives.get(last)) {
            chosen.remove(last);
            alternatives.remove(last);
            last--;
        }
        if (last >= 0) {
            chosen.set(last, chosen.get(last) + 1);
        }
        return last >= 0;
    }

    @Override
    public Move choose(int running, List<Move> able, List<Move> asleep) {
        if (able.isEmpty()) {
            return null;
        }
        options.clear();
        boolean goesOn = able.get(0).actor() == running;
        if (goesOn && interruptions == maxInterruptions || detours == maxDetours) {
            options.add(able.get(0));
        } else {
            options.addAll(able);
        }
        if (early < maxEarly) {
            options.addAll(asleep);
        }
        Move move = options.get(options.size() == 1 ? 0 : choice(options.size()));
        early += move.early() ? 1 : 0;
        detours += move == able.get(0) || move.early() ? 0 : 1;
        interruptions += goesOn && !move.early() && move.actor() != running ? 1 : 0;
        return move;
    }

    private int choice(int count) {
        if (depth == chosen.size()) {
            chosen.add(0);
            alternatives.add(count);
        }
        return chosen.get(depth++);
    }
}
