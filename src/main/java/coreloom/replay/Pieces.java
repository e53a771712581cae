package coreloom.replay;

import coreloom.recording.PieceNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the pieces of a session into the order in which they were recorded: what is in them decides, not their names. */
final class Pieces {
    /**
     * A piece as it begins.
     *
     * @param started when its session began; empty where its header is damaged
     * @param first   number of its first snapshot; the highest there is without one
     */
    private record Beginning(Path file, String started, long first) {}

    private Pieces() {}

    static List<Path> inOrder(List<Path> files) throws SessionFormatException {
        List<Path> all = files.size() == 1 && !Files.exists(files.get(0)) ? recordedAs(files.get(0)) : files.stream().distinct().toList();
        if (all.size() == 1) {
            return all;
        }
        List<Beginning> beginnings = new ArrayList<>();
        for (Path file : all) {
            beginnings.add(beginning(file));
        }
        refuseStrangers(beginnings);
        beginnings.sort(Comparator.comparingLong(Beginning::first));
        return beginnings.stream().map(Beginning::file).toList();
    }

    private static List<Path> recordedAs(Path file) {
        List<Path> pieces = new PieceNames(file).there();
        return pieces.isEmpty() ? List.of(file) : pieces;
    }

    private static Beginning beginning(Path file) throws SessionFormatException {
        try (ReplaySource source = ReplaySource.open(file)) {
            return new Beginning(file, source.started(), source.nextSequence().orElse(Long.MAX_VALUE));
        }
    }

    private static void refuseStrangers(List<Beginning> beginnings) throws SessionFormatException {
        Beginning first = null;
        for (Beginning piece : beginnings) {
            first = first == null && !piece.started().isEmpty() ? piece : first;
            if (first != null && !piece.started().isEmpty() && !piece.started().equals(first.started())) {
                throw new SessionFormatException(piece.file() + " is of another session than " + first.file() + ": replay one session at a time.");
            }
        }
    }

    /** What to call them in sentences. */
    static String name(List<Path> pieces) {
        return pieces.get(0) + " … " + pieces.get(pieces.size() - 1).getFileName();
    }
}
