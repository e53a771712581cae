/** Programs of the user's as lanes, and the real CPython among them. */
package coreloom.workload.command;
