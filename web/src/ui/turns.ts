/** Waits until the page was drawn as it is now; where nobody looks at it nothing is drawn, and it waits a moment. */
export function afterPicture(): Promise<void> {
  return new Promise((drawn) => {
    const unseen = setTimeout(drawn, 100);
    requestAnimationFrame(() => {
      clearTimeout(unseen);
      setTimeout(drawn); // the picture itself comes after this
    });
  });
}

const waiting: (() => void)[] = [];
let working = false;

async function work(): Promise<void> {
  working = true;
  // Whoever takes a picture of the whole page, such as a test, sees by this that it is not whole yet.
  document.documentElement.dataset['making'] = '';
  for (;;) {
    await afterPicture();
    const next = waiting.shift();
    if (!next) break;
    try {
      next();
    } catch (error) {
      reportError(error); // one piece that fails keeps none of the others back
    }
  }
  working = false;
  delete document.documentElement.dataset['making'];
}

/** Does pieces of work in the order in which they were asked for, one a picture: a touch between two of them is answered at once.
 * Hands the way to take one back. */
export function inTurn(piece: () => void): () => void {
  waiting.push(piece);
  if (!working) void work();
  return () => {
    const place = waiting.indexOf(piece);
    if (place >= 0) waiting.splice(place, 1);
  };
}
