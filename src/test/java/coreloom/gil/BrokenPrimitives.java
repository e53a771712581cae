package coreloom.gil;

/** Primitives of which some do not keep their promise. */
public class BrokenPrimitives implements Primitives {
    private final Primitives sound;

    BrokenPrimitives(Primitives sound) {
        this.sound = sound;
    }

    /** Sleepers that sleep through every wake-up. */
    public static BrokenPrimitives deaf(Primitives sound) {
        return new BrokenPrimitives(sound) {
            @Override
            public Parker parker() {
                return new Deaf(super.parker());
            }
        };
    }

    /** Words that are replaced whatever they are. */
    static BrokenPrimitives careless(Primitives sound) {
        return new BrokenPrimitives(sound) {
            @Override
            public Word word(int value) {
                return new Careless(super.word(value));
            }
        };
    }

    @Override
    public Mutex mutex() {
        return sound.mutex();
    }

    @Override
    public Parker parker() {
        return sound.parker();
    }

    @Override
    public Word word(int value) {
        return sound.word(value);
    }

    @Override
    public long nanos() {
        return sound.nanos();
    }

    private record Deaf(Primitives.Parker sound) implements Primitives.Parker {
        @Override
        public void park() {
            sound.park();
        }

        @Override
        public void park(long nanos) {
            sound.park(nanos);
        }

        @Override
        public void unpark() {}
    }

    private record Careless(Primitives.Word sound) implements Primitives.Word {
        @Override
        public int get() {
            return sound.get();
        }

        @Override
        public void set(int value) {
            sound.set(value);
        }

        @Override
        public boolean replace(int expected, int value) {
            sound.set(value);
            return true;
        }
    }
}
