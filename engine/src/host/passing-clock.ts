interface Clock {
  now(): number;
  elapse(milliseconds: number): void;
}

/** A clock that lets the world come about that far whenever its time passes: what was done until then is done before, the rest after. */
export const passingClock = (clock: Clock, pass: () => void): Clock => ({
  now: () => clock.now(),
  elapse(milliseconds) {
    if (milliseconds <= 0) return clock.elapse(milliseconds);
    pass();
    clock.elapse(milliseconds);
    pass();
  },
});
