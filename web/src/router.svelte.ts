// The address names the page after its #: `#/plan` or `#/why/TR-06?from=today`. Nothing of it reaches the server, so the app
// opens the same way from the server, from the home screen and without a network.

export interface Place {
  page: string;
  /** What stands after the page, part by part. */
  rest: string[];
  query: URLSearchParams;
}

/** Takes an address' part from `#` on apart. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [page = '', ...rest] = path.split('/').map(decodeURIComponent);
  return { page: page || 'today', rest: rest.filter(Boolean), query: new URLSearchParams(query) };
}

/** The address of a page: `addressOf('why', ['TR-06'])` is `#/why/TR-06`. */
export function addressOf(page: string, rest: readonly string[] = [], query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `#/${[page, ...rest].map(encodeURIComponent).join('/')}${asked ? `?${asked}` : ''}`;
}

let here = $state.raw(placeOf(typeof location === 'undefined' ? '' : location.hash));

/** Where the runner is now. */
export const place = {
  get page(): string {
    return here.page;
  },
  get rest(): string[] {
    return here.rest;
  },
  get query(): URLSearchParams {
    return here.query;
  },
};

/** Goes to a page; `replace` leaves no way back to the one before. */
export function goTo(address: string, replace = false): void {
  if (replace) {
    history.replaceState(history.state, '', address);
    here = placeOf(location.hash);
  } else {
    location.hash = address;
  }
}

/** Follows the address from now on, and hands the way to stop. */
export function followAddress(): () => void {
  const follow = (): void => {
    here = placeOf(location.hash);
  };
  addEventListener('hashchange', follow);
  return () => removeEventListener('hashchange', follow);
}
