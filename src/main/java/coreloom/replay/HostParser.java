package coreloom.replay;

import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.CoreKind;
import coreloom.snapshot.Host;
import coreloom.snapshot.LogicalCore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads a host with its topology. */
final class HostParser {
    private final NumberFields core = new NumberFields(4, SessionKeys.ID, SessionKeys.PHYSICAL_CORE, SessionKeys.PACKAGE,
            SessionKeys.NUMA_NODE, SessionKeys.LAST_LEVEL_CACHE);

    Host parse(Tokens tokens) throws IOException {
        String name = "";
        String system = "";
        String runtime = "";
        int usableCores = -1;
        List<LogicalCore> cores = List.of();
        tokens.object();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.NAME -> name = tokens.text();
                case SessionKeys.SYSTEM -> system = tokens.text();
                case SessionKeys.RUNTIME -> runtime = tokens.text();
                case SessionKeys.USABLE_CORES -> usableCores = tokens.number(0, Integer.MAX_VALUE);
                case SessionKeys.CORES -> cores = cores(tokens);
                default -> tokens.skip();
            }
        }
        Tokens.within(usableCores, 0, Integer.MAX_VALUE);
        return new Host(name, system, runtime, usableCores, cores);
    }

    private List<LogicalCore> cores(Tokens tokens) throws IOException {
        List<LogicalCore> cores = new ArrayList<>();
        tokens.array();
        while (tokens.nextObject()) {
            CoreKind kind = core(tokens);
            Tokens.within(cores.size(), 0, SessionFormat.MAX_CORES - 1);
            OptionalInt cache = core.met(4) ? OptionalInt.of(number(4)) : OptionalInt.empty();
            cores.add(new LogicalCore(number(0), number(1), number(2), number(3), cache, kind));
        }
        return cores;
    }

    /** Takes the numbers of a core; returns its kind. */
    private CoreKind core(Tokens tokens) throws IOException {
        CoreKind kind = CoreKind.ORDINARY;
        core.clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            if (key.equals(SessionKeys.CORE_KIND)) {
                kind = CoreKind.ofMark(tokens.text());
            } else if (!core.take(key, tokens)) {
                tokens.skip();
            }
        }
        core.complete();
        return kind;
    }

    private int number(int index) throws DamagedLineException {
        return core.within(index, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
