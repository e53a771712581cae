/** The event loop, round by round as asyncio's: coroutines that run in turn on one thread, and await rather than block. */
package coreloom.gil.loop;
