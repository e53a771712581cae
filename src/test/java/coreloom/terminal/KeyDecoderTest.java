package coreloom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.view.Key;
import coreloom.view.Key.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {
    private static final long ESCAPE_NANOS = 50;
    private static final String CARETS = "[?\\@ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final List<Key> keys = new ArrayList<>();
    private final KeyDecoder decoder = new KeyDecoder(keys::add, ESCAPE_NANOS);

    @ParameterizedTest
    @CsvSource({
        "^[[A, UP", "^[OA, UP", "^[[1;5A, UP", "^[[B, DOWN", "^[OB, DOWN", "^[[C, RIGHT", "^[OC, RIGHT", "^[[D, LEFT", "^[OD, LEFT",
        "^[[H, HOME", "^[OH, HOME", "^[[1~, HOME", "^[[7~, HOME", "^[[F, END", "^[OF, END", "^[[4~, END", "^[[8~, END",
        "^[[5~, PAGE_UP", "^[[6~, PAGE_DOWN", "^[[6;5~, PAGE_DOWN",
        "^M, ENTER", "^J, ENTER", "^[OM, ENTER", "^?, BACKSPACE", "^H, BACKSPACE", "^I, TAB"})
    void decodesKeysOfManyForms(String typed, Kind kind) {
        assertEachSplitGives(bytes(typed), List.of(Key.of(kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "Q", "1", "?", "[", "+", " ", "é", "€", "^C", "^Z", "^\\"})
    void decodesCharacters(String typed) {
        byte[] bytes = bytes(typed);
        assertEachSplitGives(bytes, List.of(Key.of(new String(bytes, StandardCharsets.UTF_8).charAt(0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "^[[2~", "^[[3~", "^[[15~", "^[[24;2~", "^[OP", "^[OQ", "^[[[A", "^[[Z", "^[[E", "^[[1;2R", "^[[24;80R",
        "^[[?62;22c", "^[[>0;276;0c",
        "^[[?2026;2$y", "^[[I", "^[[O", "^[[200~", "^[[201~", "^[[<0;10;20M", "^[[<35;1;1m", "^[[M #!", "^[[Mqqq",
        "^[[32;10;10M", "^[[97;5u",
        "^[[1;1:3A", "^[]11;rgb:0000/0000/0000^G", "^[]52;c;cXE=^[\\", "^[P1$r0m^[\\", "^[Xq^[\\", "^[^q^[\\",
        "^[_Gi=1;OK^[\\", "^[q", "^[é", "^[ F",
        "^[(B", "^[5", "^[O5P", "^[[8;24;80t", "^[[0n", "^@", "😀", "\u0085"})
    void swallowsWhatIsNoKeyOfOurs(String typed) {
        assertEachSplitGives(bytes(typed), List.of());
    }

    @Test
    void swallowsBrokenUtf8AndGoesOnWithTheNextKey() {
        for (int[] broken : new int[][] {
            {0xc3}, {0xe2, 0x82}, {0x80}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xf8, 0x88}, {0xff}, {0xf4, 0x90, 0x80, 0x80}}) {
            keys.clear();
            for (int value : broken) {
                feed((byte) value);
            }
            feed((byte) 'q');
            assertEquals(List.of(Key.of('q')), keys);
        }
    }

    @Test
    void aLoneEscapeIsAKeyOnlyAfterSilence() {
        decoder.accept(bytes("^["), 1, 1000);
        decoder.expire(1000 + ESCAPE_NANOS - 1);
        assertEquals(List.of(), keys);
        assertTrue(decoder.escapePending());
        decoder.expire(decoder.escapeDeadline());
        assertEquals(List.of(Key.of(Kind.ESCAPE)), keys);
        assertFalse(decoder.escapePending());
    }

    @Test
    void aLateByteAfterEscapeIsItsOwnKey() {
        decoder.accept(bytes("^["), 1, 0);
        decoder.accept(bytes("q"), 1, ESCAPE_NANOS);
        assertEquals(List.of(Key.of(Kind.ESCAPE), Key.of('q')), keys);
    }

    /**
     * A slow line may cut a sequence anywhere, and stop there for as long as a second: what comes out is the key, or nothing, and perhaps the
     * Escape that its first byte looked like; never the characters that it is made of.
     */
    @ParameterizedTest
    @ValueSource(strings = {"^[[A", "^[OD", "^[[1;5C", "^[[H", "^[[5~", "^[[24;80R", "^[[0n", "^[[<0;1;2M", "^[[200~"})
    void aSequenceCutAnywhereIsNeverTakenForCharacters(String typed) {
        byte[] bytes = bytes(typed);
        decoder.accept(bytes, bytes.length, 0);
        List<Key> whole = List.copyOf(keys);
        long[] gaps = {0, ESCAPE_NANOS - 1, ESCAPE_NANOS, 1_000_000_000L};
        int ways = 1 << 2 * (bytes.length - 1);
        for (int way = 0; way < ways; way++) {
            KeyDecoder cut = new KeyDecoder(keys::add, ESCAPE_NANOS);
            keys.clear();
            long now = 0;
            for (int i = 0; i < bytes.length; i++) {
                cut.accept(new byte[] {bytes[i]}, 1, now);
                now += i < bytes.length - 1 ? gaps[way >> 2 * i & 3] : 0;
                cut.expire(now);
            }
            keys.removeIf(key -> key.kind() == Kind.ESCAPE);
            assertEquals(whole, keys, typed + ", way " + way);
        }
    }

    @Test
    void answersAreToldAndAreNoKeys() {
        List<String> told = new ArrayList<>();
        KeyDecoder listening = new KeyDecoder(keys::add, ESCAPE_NANOS, () -> told.add("answer"));
        byte[] bytes = bytes("^[[0n^[[3n^[[?1n^[[1nq");
        listening.accept(bytes, bytes.length, 0);
        assertEquals(2, told.size());
        assertEquals(List.of(Key.of('q')), keys);
    }

    @Test
    void anUnfinishedSequenceIsGivenUpAfterSilence() {
        for (String unfinished : List.of("^[]", "^[[", "^[[12;", "^[P", "^[O", "^[[M", "^[(")) {
            keys.clear();
            decoder.accept(bytes(unfinished), bytes(unfinished).length, 0);
            decoder.accept(bytes("q"), 1, KeyDecoder.ABANDON_NANOS);
            assertEquals(List.of(Key.of('q')), keys, unfinished);
        }
    }

    @Test
    void controlCInsideASequenceIsStillControlC() {
        feed(bytes("^[[12^C"));
        assertEquals(List.of(Key.of('\u0003')), keys);
    }

    @Test
    void anEndlessSequenceIsSwallowed() {
        feed(bytes("^[["));
        for (int i = 0; i < 1_000_000; i++) {
            feed((byte) '9');
        }
        feed(bytes("~^[]"));
        for (int i = 0; i < 1_000_000; i++) {
            feed((byte) 'q');
        }
        feed(bytes("^Gx"));
        assertEquals(List.of(Key.of('x')), keys);
    }

    @Test
    void randomBytesNeverThrowAndKeysGoOnAfterwards() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] bytes = new byte[64];
        for (int i = 0; i < 20_000; i++) {
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = 0x1b;
            }
            decoder.accept(bytes, bytes.length, i * ESCAPE_NANOS / 2);
        }
        keys.clear();
        decoder.accept(bytes("q"), 1, Long.MAX_VALUE / 2);
        assertEquals(Key.of('q'), keys.get(keys.size() - 1), () -> "seed " + seed);
    }

    /** The bytes come in one piece, and cut in two at every place. */
    private void assertEachSplitGives(byte[] bytes, List<Key> expected) {
        for (int cut = 0; cut < bytes.length; cut++) {
            keys.clear();
            decoder.accept(bytes, cut, 0);
            byte[] rest = Arrays.copyOfRange(bytes, cut, bytes.length);
            decoder.accept(rest, rest.length, ESCAPE_NANOS - 1);
            decoder.expire(ESCAPE_NANOS * 2);
            assertEquals(expected, keys, "cut at " + cut);
        }
    }

    private void feed(byte... bytes) {
        decoder.accept(bytes, bytes.length, 0);
    }

    /** Caret notation: {@code ^[} is ESC, {@code ^?} is DEL, {@code ^\\} is FS. */
    private static byte[] bytes(String typed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            boolean caret = typed.charAt(i) == '^' && i + 1 < typed.length() && CARETS.indexOf(typed.charAt(i + 1)) >= 0;
            text.append(caret ? (char) (typed.charAt(++i) == '?' ? 0x7f : typed.charAt(i) - '@') : typed.charAt(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
