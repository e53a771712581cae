package coreloom.workload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Turns a profile's file into a profile, or into one sentence with file, line and key. */
public final class ProfileReader {
    private static final List<String> KEYS =
            Stream.of(Stream.of("title", "hotkey", "kernel", "lane"), WordSetting.keysForAll(), Setting.keys().stream()).flatMap(keys -> keys).toList();
    private static final int MAX_TITLE = 120;
    private static final String TITLE_RULE = "must be one line of 1 to " + MAX_TITLE + " characters";
    private static final String HOTKEY_RULE = "must be a whole number from 1 to 9";
    private static final String LANE_RULE = "must be tables, each begun by [[lane]]";

    private final int usableCores;

    /** @param usableCores number of workers where a profile does not give one; not more than a lane may have processes */
    public ProfileReader(int usableCores) {
        this.usableCores = Math.min(usableCores, LanePlan.MOST_PROCESSES);
    }

    /**
     * Reads the profile in that file.
     *
     * @throws Refusal when it cannot be read or something in it is wrong
     */
    public Profile read(Path path) throws Refusal {
        ProfileFile file = new ProfileFile(path);
        return parse(file, file.read());
    }

    Profile parse(ProfileFile file, String text) throws Refusal {
        Section top = Section.of(file, text, "a profile", KEYS);
        top.refuseUnknownKeys();
        return new Profile(file.profileName(), title(top), hotkey(top), lanes(top));
    }

    private static String title(Section top) throws Refusal {
        String title = top.text("title", TITLE_RULE).orElse(top.file().profileName());
        if (top.table().contains("title") && (title.isBlank() || title.length() > MAX_TITLE
                || title.chars().anyMatch(Character::isISOControl))) {
            throw top.wrong("title", TITLE_RULE);
        }
        return title;
    }

    private static OptionalInt hotkey(Section top) throws Refusal {
        OptionalLong key = top.number("hotkey", HOTKEY_RULE);
        if (key.isPresent() && (key.getAsLong() < 1 || key.getAsLong() > 9)) {
            throw top.wrong("hotkey", HOTKEY_RULE);
        }
        return key.isPresent() ? OptionalInt.of((int) key.getAsLong()) : OptionalInt.empty();
    }

    private List<LanePlan> lanes(Section top) throws Refusal {
        refuseWrongDefaults(top);
        TomlArray tables = laneTables(top);
        LaneReader reader = new LaneReader(top, usableCores);
        Map<String, Integer> lines = new HashMap<>();
        List<LanePlan> lanes = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            int line = tables.inputPositionOf(i).line();
            if (!(tables.get(i) instanceof TomlTable table)) {
                throw top.file().refusal(line, "lane " + LANE_RULE + ".");
            }
            LanePlan lane = reader.read(new Section(top.file(), "a lane", table, LaneReader.KEYS), line);
            refuseSecond(top.file(), lane.name(), line, lines.put(lane.name(), line));
            lanes.add(lane);
        }
        return lanes;
    }

    /** A default that every lane overrides would otherwise never be looked at. */
    private static void refuseWrongDefaults(Section top) throws Refusal {
        LaneReader.kernelOf(top);
        for (Setting setting : Setting.values()) {
            top.number(setting);
        }
        for (WordSetting setting : WordSetting.values()) {
            top.word(setting);
        }
    }

    private static TomlArray laneTables(Section top) throws Refusal {
        Object lane = top.table().get("lane");
        if (lane == null || lane instanceof TomlArray none && none.isEmpty()) {
            int line = lane == null ? 1 : top.line("lane");
            throw top.file().refusal(line, "there is no lane; begin one with [[lane]] and give it a variant.");
        }
        if (lane instanceof TomlArray tables) {
            return tables;
        }
        throw top.wrong("lane", LANE_RULE);
    }

    private static void refuseSecond(ProfileFile file, String name, int line, Integer earlierLine) throws Refusal {
        if (earlierLine != null) {
            throw file.refusal(line, "lane " + Section.quoted(name) + " is there already, from line " + earlierLine
                    + "; give this one a name of its own.");
        }
    }
}
