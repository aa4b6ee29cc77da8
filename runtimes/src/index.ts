/**
 * The door of the runtimes: real interpreters behind the engine's ports.
 *
 * None has moved in yet. Until one does, `docker run` of a Python program says that Drydock does not run it.
 */
export {};
