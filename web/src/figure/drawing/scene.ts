// One frame as SVG: far limbs, band, trunk, near limbs, marks, from back to front.
import type { MuscleMap, Side } from "../format.ts";
import type { Frame, ReadyFigure } from "../phases.ts";
import { sideShift } from "./depth.ts";
import { marksOf } from "./marks.ts";
import { musclesOf } from "./muscles.ts";
import { units } from "./paths.ts";
import { arm, head, leg, trunk } from "./person.ts";
import { carried, isCarried, mat, standing, strands, wrap } from "./props.ts";

export interface SceneOptions {
  /** Which side of the body faces the viewer, and so works: `right` as the files are drawn, `left` mirrored. */
  readonly side?: "left" | "right";
  /** Without arrows and other marks where `false`. */
  readonly marks?: boolean;
  /** Without muscles where `false`. */
  readonly muscles?: boolean;
  /** Without the band where `false`: today's form is done without it. */
  readonly band?: boolean;
}

function musclesIn(frame: Frame, side: Side): MuscleMap[Side] {
  const always = frame.figure.parts.muscle?.[side];
  const now = frame.phase.muscle?.[side];
  return now ? { ...always, ...now } : always;
}

/** What belongs inside an `<svg>` whose viewBox is `viewBoxOf` the same figure. */
export function sceneOf(frame: Frame, options: SceneOptions = {}): string {
  const { joints, pose, figure } = frame;
  const parts = figure.parts;
  const band = options.band !== false && frame.phase.band !== "off" ? parts.band : undefined;
  const muscles = (side: Side): string => (options.muscles === false ? "" : musclesOf(joints, side, musclesIn(frame, side)));
  const props = parts.props ?? [];
  const behind = sideShift(joints, "far");
  const drawn =
    props.map((prop) => (isCarried(prop) ? "" : standing(prop))).join("") +
    mat(parts) +
    `<g transform="translate(${units(behind.x)} ${units(-behind.y)})">` +
    arm(joints.far, "far") +
    leg(joints.far, "far", joints.front) +
    (band ? wrap(joints, band, "far") : "") +
    "</g>" +
    (band ? strands(joints, band) : "") +
    head(joints, pose) +
    trunk(joints, pose) +
    muscles("far") +
    leg(joints.near, "near", joints.front) +
    (band ? wrap(joints, band, "near") : "") +
    muscles("near") +
    props.map((prop) => (isCarried(prop) ? carried(prop, joints) : "")).join("") +
    arm(joints.near, "near") +
    (options.marks === false ? "" : marksOf(frame));
  if (options.side !== "left") return drawn;
  const [low, high] = parts.view.x;
  return `<g transform="translate(${units(low + high)} 0) scale(-1 1)">${drawn}</g>`;
}

/** The viewBox of a figure: the same for all of its frames. */
export function viewBoxOf(figure: ReadyFigure): string {
  const { x, y } = figure.parts.view;
  return [units(x[0]), units(-y[1]), units(x[1] - x[0]), units(y[1] - y[0])].join(" ");
}
