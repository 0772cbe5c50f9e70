// The drawn person of the exercises. Pure functions: no clock, no DOM, no framework; the same call gives the same text.
//
//   import { drawFigure, secondsIn, type Figure } from "../figure/index.ts";   and once: import "../figure/figure.css";
//
//   drawFigure(figure, seconds, options)          one moment as a whole `<svg>` text
//   drawInside(figure, seconds, options)          only what is inside of it, for an `<svg>` that stays in the page
//   viewBox(figure, variant)                      the viewBox for that `<svg>`: the same for every moment
//   frameAt(figure, seconds, options)             the phase, its share gone by, and where every joint is
//   secondsIn(figure, phaseIndex, share, variant) the moment of a phase: a player that follows the session's clock draws this
//   lengthOf(figure, variant)                     seconds of one pass through the phases; after it the first one follows
//
// A `Figure` is a file of content/figures as it is. The near limbs are always the working side: `side: "left"` mirrors the
// drawing, so that a left one works. `still: true` (reduced motion) shows the end of each phase. Colours are custom properties
// of ui/tokens.css, put on the classes by figure.css.
import type { Figure } from "./format.ts";
import { frameOf, ready, type Frame } from "./phases.ts";
import { sceneOf, viewBoxOf, type SceneOptions } from "./drawing/scene.ts";

export type { Count, Figure, Phase, Side, Sound } from "./format.ts";
export type { Joints } from "./kinematics.ts";
export type { Frame, TimedPhase } from "./phases.ts";

export interface FrameOptions {
  /** One of the figure's own variants; unknown names draw the figure as it is. */
  readonly variant?: string;
  /** Reduced motion: each phase is shown as it ends. */
  readonly still?: boolean;
}

export interface DrawOptions extends FrameOptions, SceneOptions {
  /** In place of the figure's own `alt`; an empty one hides the drawing from screen readers. */
  readonly label?: string;
}

/** The moment `seconds` after the start; after the last phase the first one follows. */
export function frameAt(figure: Figure, seconds: number, options: FrameOptions = {}): Frame {
  return frameOf(ready(figure, options.variant), seconds, options.still);
}

/** Seconds of one pass through all phases. */
export const lengthOf = (figure: Figure, variant?: string): number => ready(figure, variant).seconds;

/** The second at which a share (0 to 1) of a phase has gone by. */
export function secondsIn(figure: Figure, phaseIndex: number, share: number, variant?: string): number {
  const phase = ready(figure, variant).phases[phaseIndex];
  if (!phase) return 0;
  // Just short of the end: the end itself belongs to the next phase.
  return phase.begins + phase.seconds * Math.min(Math.max(share, 0), 0.9999);
}

/** The viewBox of a figure: the same for every moment. */
export const viewBox = (figure: Figure, variant?: string): string => viewBoxOf(ready(figure, variant));

/** What belongs inside an `<svg>` with this figure's viewBox. */
export function drawInside(figure: Figure, seconds: number, options: DrawOptions = {}): string {
  return sceneOf(frameAt(figure, seconds, options), options);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** One moment as a whole `<svg>` text, named by the figure's `alt`. */
export function drawFigure(figure: Figure, seconds: number, options: DrawOptions = {}): string {
  const label = options.label ?? ready(figure, options.variant).parts.alt;
  const named = label === "" ? 'aria-hidden="true"' : `role="img" aria-label="${escaped(label)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="figure" viewBox="${viewBox(figure, options.variant)}" ${named}>${drawInside(figure, seconds, options)}</svg>`;
}
