import { whenIdle } from '../offline/idle';

/** How much of a long page is made: what is seen first at once, the rest piece by piece while the page has nothing better to do. */
export class Gradually {
  made = $state(0);

  constructor(first: number, private readonly step = 1) {
    // Without a document it is written out as a whole.
    this.made = typeof document === 'undefined' ? Infinity : first;
  }

  /** Makes the rest, until `all` says that nothing is left or the page is left by the way that is handed back. */
  makeRest(all: () => number): () => void {
    let left = false;
    void (async () => {
      while (!left && this.made < all()) {
        await whenIdle();
        this.made += this.step;
      }
      if (!left) this.made = Infinity;
    })();
    return () => {
      left = true;
    };
  }
}
