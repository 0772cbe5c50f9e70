// Reading a figure: a variant is merged in, and each pose is filled from the one that it extends.
import type { Figure, FigureParts, Pose } from "./format.ts";

const hanging = { hip: 0, knee: 0, ankle: 0, shoulder: 0, elbow: 10, thighDepth: 0, shankDepth: 0, upperArmDepth: 0, forearmDepth: 0 };

/** Standing upright: what a pose differs from when it extends nothing. */
export const standing: Pose = {
  front: false,
  pelvis: { x: 0, y: 0.53, pitch: 0 },
  spine: 0,
  neck: 0,
  turn: 0,
  near: hanging,
  far: hanging,
  pins: {},
};

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** A merge patch: objects are merged, `null` removes, everything else replaces. */
export function patched(base: Json, patch: Json): Json {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const old = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) && isObject(old) ? patched(old, value) : value;
  }
  return merged;
}

/** The figure as it is drawn in one of its variants; as it stands in the file where that name is not one of them. */
export function partsOf(figure: Figure, variant?: string): FigureParts {
  const patch = variant === undefined ? undefined : figure.variants?.[variant];
  return patch ? (patched(figure as unknown as Json, patch as Json) as unknown as FigureParts) : figure;
}

/** Every pose of a figure with all of its joints named. */
export function posesOf(parts: FigureParts): ReadonlyMap<string, Pose> {
  const filled = new Map<string, Pose>();
  const fill = (name: string, asked: readonly string[]): Pose => {
    const known = filled.get(name);
    if (known) return known;
    const written = parts.poses[name];
    if (!written) throw new Error(`A figure names the pose "${name}", which it does not draw.`);
    if (asked.includes(name)) throw new Error(`The pose "${name}" extends itself.`);
    const { extends: base, ...own } = written;
    const from = base === undefined ? { ...standing, front: parts.facing === "viewer" } : fill(base, [...asked, name]);
    const pose = patched(from as unknown as Json, own as Json) as unknown as Pose;
    filled.set(name, pose);
    return pose;
  };
  for (const name of Object.keys(parts.poses)) fill(name, []);
  return filled;
}
