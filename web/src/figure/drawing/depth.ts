// What lies behind: far limbs are drawn a little up and aside, unless the body is seen from the front.
import { farShift } from "../body.ts";
import { origin, type Point } from "../geometry.ts";
import type { Joints } from "../kinematics.ts";

/** By how much a side's limbs are drawn away from where they are. */
export const sideShift = (joints: Joints, side: "near" | "far"): Point => (side === "far" && !joints.front ? farShift : origin);

/** By how much a joint is drawn away from where it is. */
export const jointShift = (joints: Joints, name: string): Point => sideShift(joints, name.startsWith("far.") ? "far" : "near");
