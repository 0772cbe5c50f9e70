// The format `hipline-figure/1` of content/figures. schema/content/figure.schema.json is its other half: keep both alike.

export type Range = readonly [low: number, high: number];

export type Side = "near" | "far";
export const sides: readonly Side[] = ["near", "far"];

/** Angles of one side's limbs; 0 is standing upright with hanging arms. */
export interface Limbs {
  readonly hip: number;
  readonly knee: number;
  readonly ankle: number;
  readonly shoulder: number;
  readonly elbow: number;
  /** World angle of a hand that lies somewhere; else it goes on from the forearm. */
  readonly handDirection?: number;
  /** How far a part points out of the drawing, towards the viewer or away: it looks shorter. */
  readonly thighDepth: number;
  readonly shankDepth: number;
  readonly upperArmDepth: number;
  readonly forearmDepth: number;
}

/** A part that stays where it is, whatever the trunk does. `foot` and `shank` are world angles. */
export interface FootPin {
  readonly part: "flat" | "ball" | "heel" | "ankle" | "knee";
  readonly x: number;
  readonly y?: number;
  readonly foot?: number;
  /** Only of a knee that is knelt on: where its shank points (default 180, straight back). */
  readonly shank?: number;
}
export interface HandPin {
  /** `elbow`: it is the elbow that leans there; else the wrist. */
  readonly part?: "elbow";
  readonly x: number;
  readonly y?: number;
  readonly hand?: number;
}
export type FootPinName = `${Side}.foot`;
export type HandPinName = `${Side}.hand`;
export type Pins = { readonly [name in FootPinName]?: FootPin } & { readonly [name in HandPinName]?: HandPin };

/** Every joint named. */
export interface Pose {
  /** Seen from the front: `hip` and `shoulder` lead away from the body's middle, hips stand side by side. */
  readonly front: boolean;
  readonly pelvis: { readonly x: number; readonly y: number; readonly pitch: number };
  readonly spine: number;
  readonly neck: number;
  readonly turn: number;
  readonly near: Limbs;
  readonly far: Limbs;
  readonly pins: Pins;
}

/** What a file writes of a pose: only where it differs from the pose that it extends. `null` takes a pin away. */
export interface WrittenPose {
  readonly extends?: string;
  readonly pelvis?: Partial<Pose["pelvis"]>;
  readonly spine?: number;
  readonly neck?: number;
  readonly turn?: number;
  readonly near?: Partial<Limbs>;
  readonly far?: Partial<Limbs>;
  readonly pins?: { readonly [name in FootPinName]?: FootPin | null } & { readonly [name in HandPinName]?: HandPin | null };
}

export const muscles = ["hip_flexor", "quad", "hamstring", "glute", "core", "side_hip", "inner_thigh"] as const;
export type Muscle = (typeof muscles)[number];
export type MuscleRole = "work" | "stretch" | "also";
export type MuscleMap = { readonly [side in Side]?: { readonly [role in MuscleRole]?: readonly Muscle[] } };

/** A point on the body, as a joint's name: `pelvis`, `near.foot`, … */
export type JointName = string;

export interface PathMark {
  readonly at: JointName;
  readonly about?: JointName;
  readonly off?: number;
  readonly dx?: number;
  readonly dy?: number;
}
export interface PushMark {
  readonly at: JointName;
  readonly dir: number;
  readonly length?: number;
  readonly dx?: number;
  readonly dy?: number;
}
export interface TrackMark {
  readonly at: JointName;
  readonly beats?: number;
}
export interface GapMark {
  readonly at: JointName;
  readonly dx?: number;
}
export interface HoldMark {
  readonly at: JointName;
  readonly r?: number;
  readonly dx?: number;
  readonly dy?: number;
}
type OneOrMore<T> = T | readonly T[];
export interface Marks {
  readonly path?: OneOrMore<PathMark>;
  readonly push?: OneOrMore<PushMark>;
  readonly track?: OneOrMore<TrackMark>;
  readonly gap?: OneOrMore<GapMark>;
  readonly hold?: OneOrMore<HoldMark>;
}

/** How a part that is not led by its angles gets to the next pose. */
export interface Travel {
  readonly "near.foot"?: { readonly lift?: number; readonly point?: number };
  readonly "far.foot"?: { readonly lift?: number; readonly point?: number };
  readonly pelvis?: { readonly lift?: number; readonly pitch?: number };
}

export type Ease = "linear" | "in" | "out" | "in-out" | "hold";
export type Sound = "rise" | "tick" | "tick-5" | "soft" | "end" | "none";
export type Count = "rep" | "down" | "up";

export interface Phase {
  readonly name: string;
  readonly to: string;
  readonly seconds: number;
  readonly ease: Ease;
  readonly cue: string;
  readonly sound: Sound;
  readonly count?: Count;
  readonly mark?: Marks;
  readonly travel?: Travel;
  readonly tremble?: boolean;
  /** In a long stay: towards this pose and back, over and over, so many seconds each time. */
  readonly sway?: { readonly to: string; readonly seconds: number };
  readonly muscle?: MuscleMap;
  /** `off`: the band is not on in this phase. */
  readonly band?: "off";
}

/** Something that stands there: a step, a chair, a wall. `beside`: beyond the body, which may pass before it. */
export interface Box {
  readonly x: Range;
  readonly y: Range;
  readonly beside?: boolean;
}
/** A weight that goes with a joint. */
export interface Carried {
  readonly at: JointName;
  readonly width: number;
  readonly height: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly round?: boolean;
}
export type Prop = Box | Carried;

export interface Band {
  readonly from: JointName;
  readonly to: JointName | { readonly x: number; readonly y: number };
}

export interface FigureParts {
  readonly title: string;
  readonly alt: string;
  readonly view: { readonly x: Range; readonly y: Range };
  /** `viewer`: drawn from the front, for what happens sideways; else from the side. */
  readonly facing?: "viewer";
  readonly band?: Band;
  readonly muscle?: MuscleMap;
  readonly props?: readonly Prop[];
  readonly start: string;
  readonly poses: { readonly [name: string]: WrittenPose };
  readonly phases: readonly Phase[];
}

type DeepPartial<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [key in keyof T]?: DeepPartial<T[key]> | null } : T;

export interface Figure extends FigureParts {
  readonly format: "hipline-figure/1";
  readonly id: string;
  /** Merge patches over the file: `null` removes, arrays replace. */
  readonly variants?: { readonly [name: string]: DeepPartial<FigureParts> };
}
