package coreloom.sampler.linux;

import coreloom.sampler.source.Limits;
import coreloom.sampler.source.Quota;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.QuotaReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps watched processes from some of the cores. Affinity and cgroup of a process are read when it is first seen and at its turn every
 * {@link #TURNS} snapshots; what a quota has cost is read for every snapshot, once for each cgroup that has one. For one thread.
 */
final class ProcLimits implements AutoCloseable {
    static final int TURNS = 16;

    private final Path root;
    private final OpenFiles files;
    private final ProcText text = new ProcText();
    private final Map<Integer, Limited> known = new HashMap<>();
    private final Map<String, QuotaGroup> groups = new HashMap<>();
    private final List<LimitReading> readings = new ArrayList<>();
    private int[] watched = new int[0];

    /** One process, as of its last turn; {@code told} is what the last snapshot told of it, null where nothing limits it. */
    private static final class Limited {
        private List<Integer> cores = List.of();
        private Optional<QuotaGroup> group = Optional.empty();
        private LimitReading told;
    }

    /** {@code root} is {@code /}, or a tree like it. */
    ProcLimits(Path root, OpenFiles files) {
        this.root = root;
        this.files = files;
    }

    /**
     * Reads what limits these processes.
     *
     * @param pids     the same array as long as they are the same
     * @param snapshot a number that grows by one each time
     * @return changed by the next call
     */
    List<LimitReading> read(int[] pids, long snapshot) {
        if (pids != watched) {
            known.keySet().removeIf(pid -> Arrays.stream(pids).noneMatch(each -> each == pid));
            groups.values().removeIf(this::left);
            watched = pids;
        }
        readings.clear();
        for (int pid : pids) {
            Limited limited = known.get(pid);
            if (limited == null || (snapshot + pid) % TURNS == 0) {
                limited = look(pid, limited == null ? new Limited() : limited);
            }
            tell(pid, limited, snapshot);
        }
        return readings;
    }

    private Limited look(int pid, Limited limited) {
        Limits limits = Limits.of(root, pid);
        limited.cores = withheld(limits) ? Arrays.stream(OnlineCores.parse(limits.allowed().get())).boxed().toList() : List.of();
        limited.group = limits.quota().map(this::group);
        known.put(pid, limited);
        return limited;
    }

    private static boolean withheld(Limits limits) {
        if (limits.allowed().isEmpty() || limits.online().isEmpty() || limits.allowed().equals(limits.online())) {
            return false;
        }
        int[] allowed = OnlineCores.parse(limits.allowed().get());
        return allowed.length > 0 && !Arrays.stream(OnlineCores.parse(limits.online().get())).allMatch(id -> Arrays.binarySearch(allowed, id) >= 0);
    }

    private QuotaGroup group(Quota quota) {
        QuotaGroup group = groups.computeIfAbsent(quota.folder(), folder -> new QuotaGroup(root, quota, files));
        group.quota(quota);
        return group;
    }

    /** Whether no watched process is known to be in that group; then its file is closed. */
    private boolean left(QuotaGroup group) {
        boolean left = known.values().stream().noneMatch(limited -> limited.group.filter(its -> its == group).isPresent());
        if (left) {
            group.close();
        }
        return left;
    }

    private void tell(int pid, Limited limited, long snapshot) {
        Optional<QuotaReading> quota = limited.group.isPresent() ? limited.group.get().read(snapshot, text) : Optional.empty();
        if (limited.cores.isEmpty() && quota.isEmpty()) {
            limited.told = null;
        } else if (limited.told == null || limited.told.quota() != quota || limited.told.cores() != limited.cores) {
            limited.told = new LimitReading(pid, limited.cores, quota);
        }
        if (limited.told != null) {
            readings.add(limited.told);
        }
    }

    @Override
    public void close() {
        groups.values().forEach(QuotaGroup::close);
        groups.clear();
        known.clear();
    }
}
