// The wheel's geometry: six directions round the core, room to move on the rim.

/** A part of the wheel: how many exercises train it. */
export interface WheelPart {
  direction: string;
  count: number;
}

/** The six directions clockwise from the top: opposite directions lie opposite each other. */
export const spokes = ['flexion', 'external_rotation', 'abduction', 'extension', 'adduction', 'internal_rotation'] as const;

/** The point at an angle, in degrees clockwise from the top, and a distance from the middle. */
export function at(angle: number, distance: number): { x: number; y: number } {
  const radians = ((angle - 90) * Math.PI) / 180;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { x: round(Math.cos(radians) * distance), y: round(Math.sin(radians) * distance) };
}

/** A piece of a ring as an SVG path. */
export function ring(from: number, to: number, inner: number, outer: number): string {
  const far = to - from > 180 ? 1 : 0;
  const point = (angle: number, distance: number): string => {
    const { x, y } = at(angle, distance);
    return `${String(x)} ${String(y)}`;
  };
  return `M${point(from, outer)}A${String(outer)} ${String(outer)} 0 ${String(far)} 1 ${point(to, outer)}L${point(to, inner)}A${String(inner)} ${String(inner)} 0 ${String(far)} 0 ${point(from, inner)}Z`;
}

/** The parts on the rim, each with its share of it; the first begins at the right of the top. */
export function rim(parts: readonly WheelPart[]): (WheelPart & { from: number; to: number })[] {
  const mobile = parts.filter(({ direction }) => direction.startsWith('mobility_'));
  const share = 360 / Math.max(1, mobile.length);
  return mobile.map((part, index) => ({ ...part, from: index * share + 4, to: (index + 1) * share - 4 }));
}
