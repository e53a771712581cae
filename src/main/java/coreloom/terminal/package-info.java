/** Puts the view on a Lanterna screen, turns keys into events, gives the terminal back. */
package coreloom.terminal;
