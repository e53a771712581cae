package coreloom.replay;

import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads the lanes of a line. */
final class LaneParser {
    private static final Phase[] PHASES = Phase.values();

    private final NumberFields numbers = new NumberFields(4, SessionKeys.ID, SessionKeys.WORKERS, SessionKeys.SINCE, SessionKeys.PLANNED);

    List<LaneReading> parse(Tokens tokens) throws IOException {
        List<LaneReading> lanes = new ArrayList<>();
        tokens.array();
        while (tokens.nextObject()) {
            lanes.add(lane(tokens));
        }
        return List.copyOf(lanes);
    }

    private LaneReading lane(Tokens tokens) throws IOException {
        String name = "";
        String variant = "";
        String trouble = "";
        String note = "";
        Phase phase = null;
        List<ProcessReading> processes = List.of();
        List<Integer> cores = List.of();
        numbers.clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.NAME -> name = tokens.text();
                case SessionKeys.VARIANT -> variant = tokens.text();
                case SessionKeys.PHASE -> phase = phase(tokens.text());
                case SessionKeys.PROCESSES -> processes = processes(tokens);
                case SessionKeys.TROUBLE -> trouble = tokens.text();
                case SessionKeys.CORES -> cores = cores(tokens);
                case SessionKeys.NOTE -> note = tokens.text();
                default -> takeOrSkip(key, tokens);
            }
        }
        numbers.complete();
        if (phase == null) {
            throw new DamagedLineException("a lane without its phase");
        }
        int id = numbers.within(0, Integer.MIN_VALUE, Integer.MAX_VALUE);
        int workers = numbers.within(1, 0, Integer.MAX_VALUE);
        return new LaneReading(id, name, variant, workers, phase, numbers.get(2), numbers.get(3), processes, trouble, cores, note);
    }

    private void takeOrSkip(String key, Tokens tokens) throws IOException {
        if (!numbers.take(key, tokens)) {
            tokens.skip();
        }
    }

    private static List<Integer> cores(Tokens tokens) throws IOException {
        List<Integer> cores = new ArrayList<>();
        tokens.array();
        while (tokens.nextNumber()) {
            Tokens.within(cores.size(), 0, SessionFormat.MAX_CORES - 1);
            cores.add(Tokens.within(tokens.current(), 0, Integer.MAX_VALUE));
        }
        return cores;
    }

    private static Phase phase(String name) throws DamagedLineException {
        for (Phase phase : PHASES) {
            if (SessionKeys.of(phase).equals(name)) {
                return phase;
            }
        }
        throw new DamagedLineException("no such phase");
    }

    private static List<ProcessReading> processes(Tokens tokens) throws IOException {
        List<ProcessReading> processes = new ArrayList<>();
        tokens.array();
        while (tokens.nextObject()) {
            processes.add(process(tokens));
        }
        return processes;
    }

    private static ProcessReading process(Tokens tokens) throws IOException {
        int pid = -1;
        boolean alive = false;
        OptionalInt exitCode = OptionalInt.empty();
        String lastWords = "";
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.PID -> pid = tokens.number(0, Integer.MAX_VALUE);
                case SessionKeys.ALIVE -> alive = tokens.flag();
                case SessionKeys.EXIT_CODE -> exitCode = OptionalInt.of(tokens.number(Integer.MIN_VALUE, Integer.MAX_VALUE));
                case SessionKeys.LAST_WORDS -> lastWords = tokens.text();
                default -> tokens.skip();
            }
        }
        return new ProcessReading(Tokens.within(pid, 0, Integer.MAX_VALUE), alive, exitCode, lastWords);
    }
}
