package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The places where the lock of a process may lie, until one is left. Of several, those fall away whose fields become impossible or whose
 * count of handoffs falls; the lock is the one whose count alone has grown. For one thread.
 */
final class GilCandidates {
    private final List<GilCell> cells = new ArrayList<>();
    private final List<Long> first = new ArrayList<>();

    GilCandidates(Bytes memory, List<GilPlace> places) throws IOException {
        for (GilPlace place : places) {
            GilCell cell = new GilCell(memory, place);
            if (cell.read()) {
                cells.add(cell);
                first.add(cell.handoffs());
            }
        }
    }

    int count() {
        return cells.size();
    }

    /** Reads them all again; the one that is the lock, or null as long as that cannot be said. */
    GilCell settle() throws IOException {
        if (cells.size() == 1) {
            return cells.get(0);
        }
        GilCell grown = null;
        int several = 0;
        Iterator<Long> before = first.iterator();
        for (Iterator<GilCell> each = cells.iterator(); each.hasNext();) {
            GilCell cell = each.next();
            long seen = before.next();
            if (!cell.read() || cell.handoffs() < seen) {
                each.remove();
                before.remove();
            } else if (cell.handoffs() > seen) {
                grown = cell;
                several++;
            }
        }
        return several == 1 ? grown : null;
    }
}
