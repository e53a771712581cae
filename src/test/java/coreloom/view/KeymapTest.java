package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.view.Key.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys go where a person wants them, and the help and the footer say so. */
class KeymapTest {
    /** Digits start profiles, and Ctrl-Z is the shell's. */
    private static final Set<String> FIXED = Set.of("1-9", "Ctrl-Z");

    @Test
    void everyKeyOfTheTableCanBeMoved() {
        for (KeyBinding binding : KeyBinding.all()) {
            boolean named = Keymap.names().stream().anyMatch(name -> binding.matches(Keymap.PRESET.key(name)));
            assertTrue(named || FIXED.contains(binding.label()), binding.label() + " has no name in Keymap: give it one");
        }
    }

    @Test
    void everyNameHasItsSentenceAndAKeyOfItsOwnThatCanBeWritten() {
        assertEquals(Optional.empty(), Keymap.PRESET.clash());
        for (String name : Keymap.names()) {
            Key key = Keymap.PRESET.key(name);
            assertEquals(Optional.of(key), Key.named(key.word()), name);
            assertTrue(!Keymap.sentence(name).isEmpty());
        }
    }

    @Test
    void aMovedKeyDoesWhatTheOldOneDidAndTheOldOneNothing() {
        Keymap keys = Keymap.of(Map.of("quit", Key.of('x'), "pause", Key.of(Kind.TAB)));
        assertEquals(Key.of('q'), keys.meant(Key.of('x')));
        assertEquals(Key.NOTHING, keys.meant(Key.of('q')));
        assertEquals(Key.of(' '), keys.meant(Key.of(Kind.TAB)));
        assertEquals(Key.of('?'), keys.meant(Key.of('?')));
        assertEquals(Key.of((char) 3), keys.meant(Key.of((char) 3)), "Ctrl-C always quits");
    }

    @Test
    void keysMayChangePlaces() {
        Keymap keys = Keymap.of(Map.of("faster", Key.of(']'), "slower", Key.of('[')));
        assertEquals(Key.of('['), keys.meant(Key.of(']')));
        assertEquals(Key.of(']'), keys.meant(Key.of('[')));
        assertEquals(Optional.empty(), keys.clash());
    }

    @Test
    void aKeyForTwoThingsIsFoundAtTheOneThatWasChosen() {
        Keymap keys = Keymap.of(Map.of("pause", Key.of('q')));
        assertEquals(Optional.of("pause"), keys.clash());
        assertEquals(Optional.of("quit"), keys.sharing("pause"));
    }

    @Test
    void labelsSayTheKeysAsTheyAre() {
        Keymap keys = Keymap.of(Map.of("more_workers", Key.of('e'), "quit", Key.of('x'), "back", Key.of(Kind.PAGE_UP)));
        List<String> labels = KeyBinding.all().stream().map(keys::label).toList();
        assertTrue(labels.containsAll(List.of("x", "e -", "pageup right", "?", "1-9", "Ctrl-Z")), labels.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "qq", "ctrl-c", "ctrl-i", "ctrl-", "ctrl-1", "F1", "\u0007", "escape"})
    void whatIsNoKeyIsRefused(String text) {
        assertEquals(Optional.empty(), Key.named(text));
    }
}
