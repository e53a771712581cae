package coreloom.view;

import coreloom.view.Key.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which key does what, where a person wants it otherwise than it came: each name of something that a key does stands for one key. Keys that
 * are not named here (1 to 9, Ctrl-C, Ctrl-Z) always do the same.
 */
public final class Keymap {
    private static final Map<String, Key> PRESETS = presets();

    /** Every key as it came. */
    public static final Keymap PRESET = new Keymap(Map.of());

    private final Map<String, Key> chosen;
    private final Map<Key, Key> meant = new HashMap<>();

    private Keymap(Map<String, Key> chosen) {
        this.chosen = Map.copyOf(chosen);
        chosen.forEach((name, key) -> meant.putIfAbsent(PRESETS.get(name), Key.NOTHING));
        chosen.forEach((name, key) -> meant.put(key, PRESETS.get(name)));
    }

    private static Map<String, Key> presets() {
        Map<String, Key> presets = new LinkedHashMap<>();
        presets.put("quit", Key.of('q'));
        presets.put("help", Key.of('?'));
        presets.put("explain", Key.of('i'));
        presets.put("next_profile", Key.of('n'));
        presets.put("previous_profile", Key.of('p'));
        presets.put("more_workers", Key.of('+'));
        presets.put("fewer_workers", Key.of('-'));
        presets.put("pause", Key.of(' '));
        presets.put("back", Key.of(Kind.LEFT));
        presets.put("forth", Key.of(Kind.RIGHT));
        presets.put("oldest", Key.of(Kind.HOME));
        presets.put("newest", Key.of(Kind.END));
        presets.put("record", Key.of('r'));
        presets.put("mark", Key.of('m'));
        presets.put("faster", Key.of('['));
        presets.put("slower", Key.of(']'));
        presets.put("budget", Key.of('t'));
        presets.put("placement", Key.of('w'));
        presets.put("wait_times", Key.of('l'));
        presets.put("compare", Key.of('c'));
        presets.put("fold", Key.of('f'));
        presets.put("values", Key.of('d'));
        presets.put("zoom", Key.of('z'));
        presets.put("palette", Key.of('o'));
        presets.put("sort", Key.of('s'));
        presets.put("filter", Key.of('/'));
        presets.put("group", Key.of('g'));
        presets.put("repaint", Key.of('\f'));
        presets.put("go_to", Key.of('b'));
        presets.put("back_minute", Key.of(Kind.SHIFT_LEFT));
        presets.put("forth_minute", Key.of(Kind.SHIFT_RIGHT));
        presets.put("play_slower", Key.of('<'));
        presets.put("play_faster", Key.of('>'));
        presets.put("align", Key.of('a'));
        presets.put("other_earlier", Key.of(','));
        presets.put("other_later", Key.of('.'));
        return presets;
    }

    /** What keys do that can be moved to others, in the order of the help. */
    public static List<String> names() {
        return List.copyOf(PRESETS.keySet());
    }

    /** What the key of that name does, as the help says it. */
    public static String sentence(String name) {
        return KeyBinding.answering(PRESETS.get(name)).sentence();
    }

    /**
     * Keys as chosen; what is not chosen keeps the key it came with.
     *
     * @param chosen keys by their {@link #names}
     */
    public static Keymap of(Map<String, Key> chosen) {
        return new Keymap(chosen);
    }

    /** The key of that name. */
    public Key key(String name) {
        return chosen.getOrDefault(name, PRESETS.get(name));
    }

    /** The first name, in the order of the help, whose key is another's too; empty when each has one of its own. */
    public Optional<String> clash() {
        Map<Key, String> taken = new HashMap<>();
        List<String> late = new ArrayList<>();
        for (String name : PRESETS.keySet()) {
            String other = taken.putIfAbsent(key(name), name);
            if (other != null) {
                late.add(chosen.containsKey(name) ? name : other);
            }
        }
        return late.stream().findFirst();
    }

    /** Who else has the key of that name; empty for nobody. */
    public Optional<String> sharing(String name) {
        return PRESETS.keySet().stream().filter(other -> !other.equals(name) && key(other).equals(key(name))).findFirst();
    }

    /** The key as it came that does what the pressed one is wanted to do. */
    public Key meant(Key pressed) {
        return meant.getOrDefault(pressed, pressed);
    }

    /** How people write the keys of that binding. */
    String label(KeyBinding binding) {
        if (chosen.isEmpty()) {
            return binding.label();
        }
        List<String> names = PRESETS.keySet().stream().filter(name -> binding.matches(PRESETS.get(name))).toList();
        boolean asItCame = names.stream().noneMatch(chosen::containsKey);
        return asItCame ? binding.label() : String.join(" ", names.stream().map(name -> key(name).word()).toList());
    }
}
