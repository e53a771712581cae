package coreloom.recording;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the pieces of a session are called: {@code run.jsonl.gz} is recorded into {@code run-0001.jsonl.gz}, {@code run-0002.jsonl.gz}, … Names
 * of more than 9,999 pieces grow longer. None is ever renamed.
 *
 * @param file the name that the session was given
 */
public record PieceNames(Path file) {
    private static final Pattern ENDING = Pattern.compile("(?<=.)(\\.[A-Za-z0-9]+)?(\\.gz)?$");
    private static final Pattern NUMBER = Pattern.compile("-(\\d{4,9})");

    /** The piece of that number, from 1. */
    Path of(int number) {
        String ending = ending();
        return file.resolveSibling(stem(ending) + String.format("-%04d", number) + ending);
    }

    /** The pieces that there are, in no particular order; empty when there are none or the folder cannot be read. */
    public List<Path> there() {
        List<Path> pieces = new ArrayList<>();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || file.getFileName() == null) {
            return pieces;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, this::isPiece)) {
            entries.forEach(entry -> pieces.add(file.resolveSibling(entry.getFileName())));
        } catch (IOException | DirectoryIteratorException e) {
            pieces.clear();
        }
        return pieces;
    }

    private boolean isPiece(Path entry) {
        String ending = ending();
        String stem = stem(ending);
        String name = entry.getFileName().toString();
        return name.length() > stem.length() + ending.length() && name.startsWith(stem) && name.endsWith(ending)
                && NUMBER.matcher(name.substring(stem.length(), name.length() - ending.length())).matches();
    }

    private String ending() {
        Matcher matcher = ENDING.matcher(name());
        return matcher.find() ? matcher.group() : "";
    }

    private String stem(String ending) {
        return name().substring(0, name().length() - ending.length());
    }

    private String name() {
        return file.getFileName().toString();
    }
}
