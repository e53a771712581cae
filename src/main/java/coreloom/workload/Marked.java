package coreloom.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A mark in the environment of a program that we start. All that it starts inherits it, so that also what has left its parents before
 * anybody looked is told for its own; unless it has begun with an environment of another's.
 *
 * @param value like no other program's
 */
record Marked(String value) {
    /** The variable that holds it. */
    static final String VARIABLE = "CORELOOM_PROGRAM";

    /** The processes that bear it and may be asked, without those that have ended. Asks every process there is: not for every look. */
    List<Integer> bearers(Path proc) {
        List<Integer> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.matches("[1-9]\\d{0,8}") && borneBy(entry.resolve("environ"))) {
                    all.add(Integer.valueOf(name));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return all; // what was found stands
        }
        return all;
    }

    private boolean borneBy(Path environment) {
        try {
            String text = "\0" + new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1) + "\0";
            return text.contains("\0" + VARIABLE + "=" + value + "\0");
        } catch (IOException e) {
            return false; // it has ended, or is not ours to ask
        }
    }
}
