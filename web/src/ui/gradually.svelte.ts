import { inTurn } from './turns';

/** How much of a long page is made: what is seen first at once, the rest piece by piece, one a picture. */
export class Gradually {
  made = $state(0);

  constructor(first: number, private readonly step = 1) {
    // Without a document it is written out as a whole.
    this.made = typeof document === 'undefined' ? Infinity : first;
  }

  /** Makes the rest, until `all` says that nothing is left or the page is left by the way that is handed back. */
  makeRest(all: () => number): () => void {
    let letGo: (() => void) | undefined;
    const more = (): void => {
      letGo = undefined;
      if (this.made >= all()) this.made = Infinity;
      else {
        this.made += this.step;
        letGo = inTurn(more);
      }
    };
    letGo = inTurn(more);
    return () => letGo?.();
  }
}
