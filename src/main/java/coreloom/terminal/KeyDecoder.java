package coreloom.terminal;

import coreloom.view.Key;
import coreloom.view.Key.Kind;
import java.util.function.Consumer;

/**
 * Turns the bytes of a terminal into keys. Whatever is no key of ours (function keys, mouse, replies, focus, paste brackets, broken UTF-8)
 * is swallowed whole. Keeps a few numbers whatever comes, and is told the time, in ns.
 *
 * <pre>
 *   GROUND ── ESC ──▶ ESCAPE ── [ ──▶ CONTROL ── final ──▶ GROUND        ESC [ 1 ; 5 A
 *                       │└───── O ──▶ SINGLE ─── final ──▶ GROUND        ESC O A
 *                       ├── ] P X ^ _ ▶ STRING ─ BEL, ESC \ ▶ GROUND     ESC ] 11 ; rgb … BEL
 *                       └── 0x20–0x2f ▶ DESIGNATE ─ final ▶ GROUND       ESC ( B
 * </pre>
 * An ESC behind which nothing came in time was the Escape key, unless {@code [} or {@code O} comes next: then a slow line had cut a sequence in
 * two, which goes on as if nothing had been missing. A control character inside a sequence (not inside a string) ends it and counts by itself.
 */
final class KeyDecoder {
    /** A sequence that stays silent this long in the middle is given up: somebody typed its beginning. */
    static final long ABANDON_NANOS = 2_000_000_000L;

    private enum State { GROUND, ESCAPE, CONTROL, SINGLE, STRING, STRING_ESCAPE, DESIGNATE, SKIP }

    private static final int ESCAPE = 0x1b;

    private final Consumer<Key> keys;
    private final long escapeNanos;
    private final Utf8Decoder utf8;
    private final ControlSequence sequence = new ControlSequence();
    private final Runnable answered;
    private State state = State.GROUND;
    private boolean escaped;
    private int skip;
    private long lastNanos;

    /** @param escapeNanos how long nothing may follow until a lone ESC is the Escape key */
    KeyDecoder(Consumer<Key> keys, long escapeNanos) {
        this(keys, escapeNanos, () -> { });
    }

    /** @param answered told of each answer to {@link FrameAnswers#QUESTION} */
    KeyDecoder(Consumer<Key> keys, long escapeNanos, Runnable answered) {
        this.keys = keys;
        this.escapeNanos = escapeNanos;
        this.answered = answered;
        this.utf8 = new Utf8Decoder(character -> keys.accept(Key.of(character)));
    }

    /** Takes the first {@code length} bytes, which arrived at {@code now}. */
    void accept(byte[] bytes, int length, long now) {
        expire(now);
        if (now - lastNanos >= ABANDON_NANOS) {
            state = State.GROUND;
            escaped = false;
            utf8.reset();
        }
        for (int i = 0; i < length; i++) {
            accept(bytes[i] & 0xff);
        }
        lastNanos = now;
    }

    /** Whether an ESC waits for what follows. */
    boolean escapePending() {
        return state == State.ESCAPE;
    }

    /** When the waiting ESC becomes the Escape key. */
    long escapeDeadline() {
        return lastNanos + escapeNanos;
    }

    /** Makes the waiting ESC a key when its time has come. */
    void expire(long now) {
        if (escapePending() && now - escapeDeadline() >= 0) {
            state = State.GROUND;
            escaped = true;
            keys.accept(Key.of(Kind.ESCAPE));
        }
    }

    private void accept(int value) {
        switch (state) {
            case GROUND -> ground(value);
            case STRING -> inString(value);
            case STRING_ESCAPE -> afterStringEscape(value);
            case SKIP -> skip();
            case ESCAPE, CONTROL, SINGLE, DESIGNATE -> inSequence(value);
        }
    }

    private void ground(int value) {
        boolean late = escaped && (value == '[' || value == 'O');
        escaped = false;
        if (late) {
            afterEscape(value);
            return;
        }
        if (utf8.continues(value)) {
            return;
        }
        switch (value) {
            case ESCAPE -> state = State.ESCAPE;
            case '\r', '\n' -> keys.accept(Key.of(Kind.ENTER));
            case '\b', 0x7f -> keys.accept(Key.of(Kind.BACKSPACE));
            case '\t' -> keys.accept(Key.of(Kind.TAB));
            case 0 -> { }
            default -> utf8.begin(value);
        }
    }

    private void inSequence(int value) {
        if (value == ESCAPE) {
            state = State.ESCAPE;
        } else if (value < 0x20) {
            state = State.GROUND;
            ground(value);
        } else if (state == State.ESCAPE) {
            afterEscape(value);
        } else if (state == State.CONTROL) {
            inControl(value);
        } else if (state == State.SINGLE) {
            afterSingle(value);
        } else if (value >= 0x30) {
            state = State.GROUND;
        }
    }

    private void afterEscape(int value) {
        switch (value) {
            case '[' -> {
                sequence.reset();
                state = State.CONTROL;
            }
            case 'O' -> state = State.SINGLE;
            case ']', 'P', 'X', '^', '_' -> state = State.STRING;
            default -> leave(value);
        }
    }

    /** ESC and a character is Alt and that character: no key of ours, swallowed with all its bytes. */
    private void leave(int value) {
        state = value >= 0x20 && value < 0x30 ? State.DESIGNATE : State.GROUND;
        if (value >= 0xc2) {
            startSkip(value >= 0xf0 ? 3 : value >= 0xe0 ? 2 : 1);
        }
    }

    private void inControl(int value) {
        if (sequence.isEmpty() && value == '[') {
            startSkip(1);
        } else if (sequence.isEmpty() && value == 'M') {
            startSkip(3);
        } else if (value >= 0x40) {
            state = State.GROUND;
            if (sequence.isAnswer(value)) {
                answered.run();
            } else {
                send(value < 0x7f ? sequence.key(value) : null);
            }
        } else {
            sequence.add(value);
        }
    }

    private void afterSingle(int value) {
        if (value < '0' || value > ';') {
            state = State.GROUND;
            send(value == 'M' ? Kind.ENTER : ControlSequence.cursorKey(value));
        }
    }

    private void inString(int value) {
        switch (value) {
            case ESCAPE -> state = State.STRING_ESCAPE;
            case 0x07, 0x18, 0x1a -> state = State.GROUND;
            default -> { }
        }
    }

    private void afterStringEscape(int value) {
        if (value == '\\') {
            state = State.GROUND;
        } else {
            state = State.ESCAPE;
            accept(value);
        }
    }

    private void startSkip(int bytes) {
        skip = bytes;
        state = State.SKIP;
    }

    private void skip() {
        if (--skip == 0) {
            state = State.GROUND;
        }
    }

    private void send(Kind kind) {
        if (kind != null) {
            keys.accept(Key.of(kind));
        }
    }
}
