package coreloom.view;

import coreloom.snapshot.LogicalCore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a frame shows besides the history: how the program is set.
 *
 * @param profiles    the profiles that hotkeys start, in their order; empty for a watched program or a replay
 * @param source      what is watched, for the header: empty for a profile
 * @param cores       cores that may be used
 * @param periodNanos sampling period, ns
 * @param recording   file that is being recorded into
 * @param replay      whether the intervals come from a recorded session
 * @param notice      one sentence at the bottom, empty when there is nothing to say
 * @param output      the last lines that the program wrote; empty when there are none, or it writes elsewhere
 * @param topology    the cores of the machine, by ascending id; empty where it is not told
 * @param wishes      how the user wants the screen
 * @param pace        how many times as fast as recorded a replay is played
 */
public record Surroundings(List<ProfileLabel> profiles, String source, int cores, long periodNanos, Optional<String> recording, boolean replay,
                           String notice, List<String> output, List<LogicalCore> topology, Wishes wishes, double pace) {
    /**
     * A profile in the header.
     *
     * @param hotkey 1 to 9, 0 when it has none
     * @param name   its name
     */
    public record ProfileLabel(int hotkey, String name) {}

    public Surroundings {
        profiles = List.copyOf(profiles);
        Objects.requireNonNull(source);
        Objects.requireNonNull(recording);
        Objects.requireNonNull(notice);
        output = List.copyOf(output);
        topology = List.copyOf(topology);
        Objects.requireNonNull(wishes);
    }

    /** Surroundings at the pace of the clock. */
    public Surroundings(List<ProfileLabel> profiles, String source, int cores, long periodNanos, Optional<String> recording, boolean replay,
                        String notice, List<String> output, List<LogicalCore> topology, Wishes wishes) {
        this(profiles, source, cores, periodNanos, recording, replay, notice, output, topology, wishes, 1);
    }

    /** Surroundings of somebody who wishes nothing. */
    public Surroundings(List<ProfileLabel> profiles, String source, int cores, long periodNanos, Optional<String> recording, boolean replay,
                        String notice, List<String> output, List<LogicalCore> topology) {
        this(profiles, source, cores, periodNanos, recording, replay, notice, output, topology, Wishes.NONE);
    }

    /** Surroundings of a machine that does not tell its topology. */
    public Surroundings(List<ProfileLabel> profiles, String source, int cores, long periodNanos, Optional<String> recording, boolean replay,
                        String notice, List<String> output) {
        this(profiles, source, cores, periodNanos, recording, replay, notice, output, List.of());
    }

    /** Surroundings of what writes nothing. */
    public Surroundings(List<ProfileLabel> profiles, String source, int cores, long periodNanos, Optional<String> recording, boolean replay,
                        String notice) {
        this(profiles, source, cores, periodNanos, recording, replay, notice, List.of(), List.of());
    }

    /** The same with that to say. */
    public Surroundings with(String said) {
        return new Surroundings(profiles, source, cores, periodNanos, recording, replay, said, output, topology, wishes, pace);
    }

    /** The same for somebody who wishes that. */
    public Surroundings with(Wishes wished) {
        return new Surroundings(profiles, source, cores, periodNanos, recording, replay, notice, output, topology, wished, pace);
    }

    /** The same at that pace. */
    public Surroundings with(double paceOfReplay) {
        return new Surroundings(profiles, source, cores, periodNanos, recording, replay, notice, output, topology, wishes, paceOfReplay);
    }
}
