package coreloom.sampler.source;

import coreloom.sampler.source.SourceReport.Standing;

/**
 * A file of each process that only those may read who could attach a debugger.
 *
 * @param file its name in {@code /proc/PID} or {@code /proc/PID/task/TID}
 * @param lost what cannot be shown without it
 */
record GuardedFile(String name, String file, String lost) implements Probe {
    @Override
    public SourceReport look(Place place) {
        Sight sight = file.equals("mem") ? maps(place) : place.sight(place.ofThread(file));
        String path = "/proc/PID/" + (file.equals("mem") ? "" : "task/TID/") + file;
        Rights rights = Rights.of(place);
        if (sight.denied()) {
            return new SourceReport(name, Standing.DENIED, path + " may not be read" + target(place), lost, rights.remedy());
        }
        if (sight.text().isEmpty()) {
            return new SourceReport(name, Standing.ABSENT, path + " is not there" + target(place), lost, "a kernel built with it");
        }
        if (place.target().isPresent() || rights.every()) {
            return SourceReport.offered(name, path + ", " + (place.target().isPresent() ? "of this process" : rights.reach()));
        }
        Standing standing = rights.none() ? Standing.DENIED : Standing.PARTLY;
        return new SourceReport(name, standing, path + ", " + rights.reach(), lost + " of other programs", rights.remedy());
    }

    /** Memory has no beginning to read; its map is guarded a little less, so that ours or another's tells. */
    private static Sight maps(Place place) {
        return place.sight(place.ofProcess("maps"));
    }

    private static String target(Place place) {
        return place.target().isPresent() ? " for process " + place.target().getAsInt() : "";
    }
}
