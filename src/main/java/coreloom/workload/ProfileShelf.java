package coreloom.workload;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The profiles of a folder, followed while people edit them. A file that becomes wrong keeps its last good profile and adds a sentence.
 * Used by one thread.
 */
public final class ProfileShelf {
    private static final Comparator<Profile> ORDER =
            Comparator.<Profile>comparingInt(profile -> profile.hotkey().orElse(Integer.MAX_VALUE)).thenComparing(Profile::name);

    private final Path folder;
    private final ProfileReader reader;
    private Map<Path, ShelfEntry> entries = new TreeMap<>();
    private String folderTrouble = "";
    private List<Profile> profiles = List.of();
    private List<String> troubles = List.of();

    /** A shelf that has not looked into its folder yet: see {@link #refresh}. */
    public ProfileShelf(Path folder, ProfileReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** The good profiles: those with a hotkey in its order, then the others by name. */
    public List<Profile> profiles() {
        return profiles;
    }

    /** One sentence for each file that is wrong. */
    public List<String> troubles() {
        return troubles;
    }

    public Optional<Profile> named(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** The profile that this key starts. */
    public Optional<Profile> withHotkey(int key) {
        return profiles.stream().filter(profile -> profile.hotkey().orElse(0) == key).findFirst();
    }

    /**
     * Looks for files that were added, changed or removed since the last time, by time stamp and size, and reads those alone.
     * Costs one look into the folder and one at each file.
     *
     * @return whether {@link #profiles} or {@link #troubles} may have changed
     */
    public boolean refresh() {
        String troubleBefore = folderTrouble;
        Map<Path, ShelfEntry> found = look();
        if (unchanged(found) && folderTrouble.equals(troubleBefore)) {
            return false;
        }
        entries = found;
        arrange();
        return true;
    }

    /** A file that is as it was keeps its entry, the same object. */
    private boolean unchanged(Map<Path, ShelfEntry> found) {
        boolean same = found.size() == entries.size();
        for (Map.Entry<Path, ShelfEntry> file : found.entrySet()) {
            same &= entries.get(file.getKey()) == file.getValue();
        }
        return same;
    }

    private Map<Path, ShelfEntry> look() {
        Map<Path, ShelfEntry> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ProfileShelf::isProfile)) {
            for (Path file : files) {
                found.put(file, look(file));
            }
            folderTrouble = "";
            return found;
        } catch (IOException | DirectoryIteratorException e) {
            folderTrouble = folder + ": this folder of profiles cannot be read; give another one or make it readable.";
            return entries;
        }
    }

    private ShelfEntry look(Path file) {
        ShelfEntry earlier = entries.get(file);
        return earlier != null && earlier.isAsIn(file) ? earlier : ShelfEntry.read(reader, file, earlier);
    }

    /** Editors keep files of theirs beside the one they edit, with names that begin with a dot. */
    private static boolean isProfile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ProfileFile.ENDING) && !name.startsWith(".");
    }

    private void arrange() {
        List<Profile> good = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Map<Integer, Path> takenKeys = new HashMap<>();
        if (!folderTrouble.isEmpty()) {
            wrong.add(folderTrouble);
        }
        entries.forEach((file, entry) -> {
            if (!entry.trouble().isEmpty()) {
                wrong.add(entry.trouble());
            }
            entry.profile().ifPresent(profile -> good.add(withFreeHotkey(profile, file, takenKeys, wrong)));
        });
        good.sort(ORDER);
        profiles = List.copyOf(good);
        troubles = List.copyOf(wrong);
    }

    private static Profile withFreeHotkey(Profile profile, Path file, Map<Integer, Path> takenKeys, List<String> wrong) {
        if (profile.hotkey().isEmpty()) {
            return profile;
        }
        Path owner = takenKeys.putIfAbsent(profile.hotkey().getAsInt(), file);
        if (owner == null) {
            return profile;
        }
        wrong.add(new Refusal(file + ": hotkey " + profile.hotkey().getAsInt() + " is taken by " + owner
                + "; change one of the two.").getMessage());
        return profile.withoutHotkey();
    }
}
