// What a phase points out: where a joint goes, a push, beats along the floor, daylight under a foot, a place to stay in.
import type { GapMark, HoldMark, Marks, PathMark, PushMark, TrackMark } from "../format.ts";
import { between, direction, distance, moved, polar, type Point } from "../geometry.ts";
import { jointNamed, jointsOf } from "../kinematics.ts";
import { poseIn, poseNamed, type Frame } from "../phases.ts";
import { jointShift } from "./depth.ts";
import { at, units } from "./paths.ts";

const drawnAt = (frame: Frame, joint: string): Point => moved(jointNamed(frame.joints, joint), jointShift(frame.joints, joint));
const offset = (mark: { readonly dx?: number; readonly dy?: number }): Point => ({ x: mark.dx ?? 0, y: mark.dy ?? 0 });
const straight = (a: Point, b: Point): Point[] => Array.from({ length: 25 }, (_, i) => between(a, b, i / 24));

function tip(place: Point, to: number): string {
  const back = polar(place, to, -0.052);
  return `<path class="k-arrow-head" d="M${at(place)}L${at(polar(back, to + 90, 0.033))}L${at(polar(back, to - 90, 0.033))}Z"/>`;
}

function arrow(points: readonly Point[]): string {
  const end = points[points.length - 1];
  if (!end || points.length < 2) return "";
  const before = [...points].reverse().find((point) => distance(point, end) >= 0.045) ?? points[0] ?? end;
  const shaft = points.filter((point) => distance(point, end) > 0.04);
  const line = shaft.length > 1 ? `<path class="k-arrow" d="M${shaft.map(at).join("L")}"/>` : "";
  return line + tip(end, direction(before, end));
}

function path(frame: Frame, mark: PathMark): string {
  const centre = mark.about === undefined ? undefined : jointNamed(frame.joints, mark.about);
  const points = Array.from({ length: 33 }, (_, i) => {
    const there = jointNamed(jointsOf(poseIn(frame.figure, frame.phase, i / 32)), mark.at);
    const place = centre ? polar(there, direction(centre, there), mark.off ?? 0.085) : there;
    return moved(moved(place, offset(mark)), jointShift(frame.joints, mark.at));
  });
  return arrow(points);
}

function push(frame: Frame, mark: PushMark): string {
  const tail = moved(drawnAt(frame, mark.at), offset(mark));
  return arrow(straight(tail, polar(tail, mark.dir, mark.length ?? 0.12)));
}

function gap(frame: Frame, mark: GapMark): string {
  const place = drawnAt(frame, mark.at);
  const x = place.x + (mark.dx ?? 0);
  const top = { x, y: place.y - 0.006 };
  const low = { x, y: 0.004 + jointShift(frame.joints, mark.at).y };
  const tick = (end: Point): string => `M${at({ x: end.x - 0.03, y: end.y })}L${at({ x: end.x + 0.03, y: end.y })}`;
  return `<path class="k-gap" d="M${at(top)}L${at(low)}${tick(top)}${tick(low)}"/>`;
}

function hold(frame: Frame, mark: HoldMark): string {
  const place = moved(drawnAt(frame, mark.at), offset(mark));
  return `<circle class="k-hold" cx="${units(place.x)}" cy="${units(-place.y)}" r="${units(mark.r ?? 0.1)}"/>`;
}

/** Along the floor: one bar per beat, an arrow on the last; what is still to come is pale. */
function track(frame: Frame, mark: TrackMark): string {
  const placeIn = (pose: string): Point => jointNamed(jointsOf(poseNamed(frame.figure, pose)), mark.at);
  const start = placeIn(frame.phase.from).x;
  const way = placeIn(frame.phase.to).x - start;
  const beats = mark.beats ?? 1;
  const space = Math.sign(way) * 0.014;
  const y = -0.085;
  let drawn = "";
  for (let i = 0; i < beats; i++) {
    const from = { x: start + (way * i) / beats + space, y };
    const to = { x: start + (way * (i + 1)) / beats - space, y };
    const later = frame.progress < i / beats;
    if (i < beats - 1) drawn += `<path class="k-arrow${later ? " k-later" : ""}" d="M${at(from)}L${at(to)}"/>`;
    else drawn += later ? `<g class="k-later">${arrow(straight(from, to))}</g>` : arrow(straight(from, to));
  }
  return drawn;
}

function each<T>(marks: T | readonly T[] | undefined, draw: (mark: T) => string): string {
  if (marks === undefined) return "";
  return (Array.isArray(marks) ? (marks as readonly T[]) : [marks as T]).map(draw).join("");
}

/** Every mark of the frame's phase. */
export function marksOf(frame: Frame): string {
  const marks: Marks = frame.phase.mark ?? {};
  return (
    each(marks.path, (mark) => path(frame, mark)) +
    each(marks.push, (mark) => push(frame, mark)) +
    each(marks.track, (mark) => track(frame, mark)) +
    each(marks.gap, (mark) => gap(frame, mark)) +
    each(marks.hold, (mark) => hold(frame, mark))
  );
}
