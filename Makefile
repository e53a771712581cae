# Builds Coreloom. `make help` lists what there is to make. Nothing outside this tree is written, but for Maven's own repository.

HOME_DIRECTORY = target/coreloom
LAUNCHER = $(HOME_DIRECTORY)/bin/coreloom
JAR = $(HOME_DIRECTORY)/lib/coreloom.jar
STAMP = $(HOME_DIRECTORY)/lib/.archives
PROFILES = $(HOME_DIRECTORY)/profiles/.copied

# Folders count too: their time changes when a file goes away.
SOURCES = pom.xml $(shell find src/main/java src/main/resources 2> /dev/null)
PROFILE_SOURCES = $(shell find profiles 2> /dev/null)

.PHONY: all run test golden measure fidelity accuracy clean help
.DELETE_ON_ERROR:

all: $(LAUNCHER) $(PROFILES) $(STAMP)

$(JAR): $(SOURCES)
	@echo "Building Coreloom with Maven (the first time it fetches libraries) ..."
	@rm -rf $(HOME_DIRECTORY)/lib
	@mvn -B -q -Dmaven.test.skip=true package
	@cp target/coreloom.jar $@

$(LAUNCHER): src/main/launcher/coreloom
	@mkdir -p $(@D)
	@cp $< $@.new && chmod 755 $@.new && mv $@.new $@

$(PROFILES): $(PROFILE_SOURCES) | $(JAR)
	@rm -rf $(@D) && mkdir -p $(@D)
	@if [ -d profiles ]; then cp -R profiles/. $(@D)/; fi
	@touch $@

# An archive of loaded classes for each Java runtime found halves the time to the first frame. Without one the program runs all the same.
$(STAMP): $(JAR) $(LAUNCHER) | $(PROFILES)
	@rm -f $(HOME_DIRECTORY)/lib/coreloom-*
	@$(LAUNCHER) --archives
	@touch $@

# The dashboard; where there is no terminal the program says so and runs headless. Example: make run ARGS="io --workers 4"
run: all
	@$(LAUNCHER) run $(ARGS)

test:
	@mvn -B -ntp test $(TEST_ARGS)

# In one JVM: it notices when two tests want different pictures in one file.
golden:
	@mvn -B -ntp test -Dtest.forks=1 -Dgolden.update=true

# About half an hour on a machine that does nothing else. Example: make measure MEASURE_ARGS="--quick --output /tmp/trial.md"
measure: all
	@python3 bench/measure.py $(MEASURE_ARGS)

# Beside each CPython on PATH, or those given; half an hour. Example: make fidelity FIDELITY_ARGS="--python python3.13 --rows 1,2 --rounds 1".
# In pieces of nine minutes, the same command until it says that everything has been measured: FIDELITY_ARGS="--results FILE --minutes 8"
fidelity: all
	@python3 bench/fidelity.py $(FIDELITY_ARGS)

# What is shown of other programs, beside perf, their own clocks and known reasons; as root, on a machine that does nothing else.
# Example: make accuracy ACCURACY_ARGS="--python python3.12 --rows 'kernel,verdict/c-*' --rounds 1 --output /tmp/trial.md"
accuracy: all
	@python3 bench/accuracy.py $(ACCURACY_ARGS)

clean:
	@rm -rf target

help:
	@echo "make          build target/coreloom/bin/coreloom, if sources changed"
	@echo "make run      build and start it; ARGS=\"...\" are passed on"
	@echo "make test     run the tests"
	@echo "make golden   run the tests and rewrite the golden files; review them like code"
	@echo "make measure  measure what docs/measurements.md says, and write it; about half an hour"
	@echo "make fidelity hold the emulation against a real CPython and write docs/fidelity.md; about half an hour"
	@echo "make accuracy hold what is shown of other programs against the truth and write docs/accuracy.md; about an hour"
	@echo "make clean    remove all that was built"
