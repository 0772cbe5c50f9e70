// How the runner wants to be led, kept on this device.

export interface Choices {
  voice: boolean;
  beeps: boolean;
  waitForTap: boolean;
  mediaKeys: boolean;
}

const place = 'hipline.circuit';
const usual: Choices = { voice: true, beeps: true, waitForTap: false, mediaKeys: false };

export function choices(): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return usual;
    const chosen = { ...usual };
    for (const key of Object.keys(usual) as (keyof Choices)[]) {
      const value: unknown = Reflect.get(kept, key);
      if (typeof value === 'boolean') chosen[key] = value;
    }
    return chosen;
  } catch {
    return usual;
  }
}

export function choose(chosen: Choices): void {
  try {
    localStorage.setItem(place, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing leads all the same.
  }
}
