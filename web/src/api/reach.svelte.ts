// Whether the server was reached when we last asked. The browser's own "online" says only that there is some network.
let reached = $state(true);

export const server = {
  /** False while the server cannot be reached. */
  get reached(): boolean {
    return reached;
  },
};

/** Notes what came of asking the server. */
export function noteReached(was: boolean): void {
  reached = was;
}
