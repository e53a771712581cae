package coreloom.app;

import coreloom.replay.ReplaySource;
import coreloom.view.Command;
import coreloom.view.Surroundings.ProfileLabel;
import java.util.List;

/** The load of a session that is replayed: it ran once, and nothing of it can be changed. */
final class RecordedLoad implements Load {
    private final String name;
    private final ReplaySource source;
    private final Notices notices;

    RecordedLoad(Notices notices, String name, ReplaySource source) {
        this.notices = notices;
        this.name = name;
        this.source = source;
    }

    @Override
    public Step step() {
        return new Step(NEVER_NANOS, false);
    }

    @Override
    public boolean finished() {
        return false;
    }

    @Override
    public void on(Command command) {
        notices.say("A replay has no load to change: start coreloom without replay to run a profile.");
    }

    @Override
    public List<ProfileLabel> labels() {
        return List.of();
    }

    @Override
    public String source() {
        return name;
    }

    /** What was lost to damage comes before anything else: the picture is not whole. */
    @Override
    public String trouble() {
        if (source.trouble().isPresent()) {
            return source.trouble().get();
        }
        long skipped = source.skippedLines();
        long lost = source.lostSnapshots();
        return skipped == 0 ? "" : skipped + (skipped == 1 ? " damaged line was" : " damaged lines were") + " skipped in this file"
                + (lost > skipped ? ", and " + lost + " snapshots are lost." : ".");
    }

    @Override
    public void close() {
        // Nothing runs.
    }
}
