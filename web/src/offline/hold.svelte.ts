// Whether an answer that waits here may be a warning sign. It is asked everywhere, so it stands by itself.
let held = $state(false);

export const hold = {
  /** Nobody runs, and no circuit opens, before what waits is decided. */
  get stands(): boolean {
    return held;
  },
  /** Told by the outbox whenever what waits has changed. */
  set stands(value: boolean) {
    held = value;
  },
};
