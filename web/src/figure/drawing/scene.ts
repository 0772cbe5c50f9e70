// One frame as SVG: far limbs, band, trunk, near limbs, marks, from back to front.
import { sides, type Band, type MuscleMap, type Side } from "../format.ts";
import type { Joints } from "../kinematics.ts";
import type { Frame, ReadyFigure } from "../phases.ts";
import { sideShift } from "./depth.ts";
import { marksOf } from "./marks.ts";
import { musclesOf } from "./muscles.ts";
import { units } from "./paths.ts";
import { arm, head, leg, trunk } from "./person.ts";
import { carried, isBehind, isCarried, mat, standing, strands, wrap } from "./props.ts";

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

/** By how many degrees more a thigh must come towards the viewer than the other one to lie over it. */
const aheadFrom = 25;
/** And how far it comes out where both do, as in sitting. */
const pointsOut = 60;

type MusclesOfSide = (side: Side) => string;
/** The body from back to front, and the arms that lie over what it carries. */
interface DrawnPerson {
  readonly body: string;
  readonly arms: string;
}

const carriedFarAway = (figure: ReadyFigure, joints: Joints): string =>
  (figure.parts.props ?? []).map((prop) => (isCarried(prop) && isBehind(prop) ? carried(prop, joints) : "")).join("");

function fromSide({ joints, pose, figure }: Frame, band: Band | undefined, muscles: MusclesOfSide): DrawnPerson {
  const behind = sideShift(joints, "far");
  return {
    body:
      `<g transform="translate(${units(behind.x)} ${units(-behind.y)})">` +
      arm(joints.far, "far") +
      leg(joints.far, "far", false) +
      (band ? wrap(joints, band, "far") : "") +
      "</g>" +
      (band ? strands(joints, band) : "") +
      carriedFarAway(figure, joints) +
      head(joints, pose) +
      trunk(joints, pose) +
      muscles("far") +
      leg(joints.near, "near", false) +
      (band ? wrap(joints, band, "near") : "") +
      muscles("near"),
    arms: arm(joints.near, "near"),
  };
}

/** From the front both sides stand beside each other; a thigh that comes towards the viewer lies over all the rest. */
function fromFront({ joints, pose }: Frame, band: Band | undefined, muscles: MusclesOfSide): DrawnPerson {
  const drawnLeg = (side: Side): string => leg(joints[side], side, true) + (band ? wrap(joints, band, side) : "");
  const towards = (side: Side): number => pose[side].thighDepth;
  const ahead = (side: Side): boolean => towards(side) > Math.min(towards("near"), towards("far")) + aheadFrom || towards(side) > pointsOut;
  const drawnFrom = sides.toReversed();
  const before = drawnFrom.filter(ahead);
  const behind = drawnFrom.filter((side) => !ahead(side));
  return {
    body:
      behind.map(drawnLeg).join("") +
      head(joints, pose) +
      trunk(joints, pose) +
      behind.map(muscles).join("") +
      before.map((side) => drawnLeg(side) + muscles(side)).join("") +
      (band ? strands(joints, band) : ""),
    arms: arm(joints.far, "far") + arm(joints.near, "near"),
  };
}

/** What belongs inside an `<svg>` whose viewBox is `viewBoxOf` the same figure. */
export function sceneOf(frame: Frame, options: SceneOptions = {}): string {
  const { joints, figure } = frame;
  const parts = figure.parts;
  const band = options.band !== false && frame.phase.band !== "off" ? parts.band : undefined;
  const muscles = (side: Side): string => (options.muscles === false ? "" : musclesOf(joints, side, musclesIn(frame, side)));
  const props = parts.props ?? [];
  const person = joints.front ? fromFront(frame, band, muscles) : fromSide(frame, band, muscles);
  const drawn =
    props.map((prop) => (isCarried(prop) ? "" : standing(prop))).join("") +
    mat(parts) +
    person.body +
    props.map((prop) => (isCarried(prop) && (joints.front || !isBehind(prop)) ? carried(prop, joints) : "")).join("") +
    person.arms +
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
