// check_figures.mjs [FOLDER]: looks at every figure of content/figures and each of its variants, 30 times a second.
// Joints stay within their limits, nothing goes through the floor or a thing that stands there, a pinned foot or hand is
// reached, the body could be held (its centre of mass is over what carries it), all of it is inside the view, and no phase
// begins elsewhere than the one before it ended. Cues are short, and an exercise shows each figure. Prints each failure once and one line of counts.
import { readFileSync, readdirSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { body, frontLimits, limits } from "../web/src/figure/body.ts";
import { jointShift } from "../web/src/figure/drawing/depth.ts";
import { isCarried } from "../web/src/figure/drawing/props.ts";
import { sides } from "../web/src/figure/format.ts";
import { distance } from "../web/src/figure/geometry.ts";
import { centreOfMass, jointNamed, jointsOf } from "../web/src/figure/kinematics.ts";
import { frameOf, poseIn, ready } from "../web/src/figure/phases.ts";

const framesPerSecond = 30;
const reach = 0.004; // a pin may be missed by so much
const sunk = 0.009; // and a joint's flesh gives by so much
const sway = 0.03; // what the soles and the trunk's width add to the support

// How thick the body is at a joint, and so how near to a surface it touches.
const limbThickness = { hip: 0.055, knee: body.kneeHeight, ankle: 0.018, heel: 0, ball: 0, toe: 0, elbow: 0.02, wrist: 0.012, hand: 0 };
const trunkThickness = { waist: 0.05, neck: 0.03, head: 0.045 };
const touching = 0.035;

/** How far a point lies outside of a box; negative inside. */
function outside(point, box) {
  const dx = Math.max(box.x[0] - point.x, point.x - box.x[1]);
  const dy = Math.max(box.y[0] - point.y, point.y - box.y[1]);
  return dx > 0 && dy > 0 ? Math.hypot(dx, dy) : Math.max(dx, dy);
}

function parts(joints) {
  const limb = (side) => Object.entries(limbThickness).map(([name, thick]) => [`${side}.${name}`, joints[side][name], thick]);
  return [...sides.flatMap(limb), ...Object.entries(trunkThickness).map(([name, thick]) => [name, joints[name], thick])];
}

function checkLimits(pose, say) {
  for (const [name, [low, high]] of Object.entries(pose.front ? frontLimits : limits)) {
    if (name in pose) {
      if (!(pose[name] >= low && pose[name] <= high)) say(name, `${name} ${pose[name].toFixed(0)} is outside of ${low} to ${high}`);
      continue;
    }
    if (name === "shoulder" && Math.abs(pose.turn) > 3) continue; // then it is only the angle that is seen
    for (const side of sides) {
      const angle = pose[side][name];
      if (!(angle >= low - 0.5 && angle <= high + 0.5)) say(side + name, `${side} ${name} ${angle.toFixed(0)} is outside of ${low} to ${high}`);
    }
  }
}

function checkGround(joints, boxes, say) {
  for (const [name, point, thick] of parts(joints)) {
    if (!(point.y >= thick - sunk)) say(`${name} floor`, `${name} is ${(thick - point.y).toFixed(3)} under the floor`);
    for (const box of boxes) {
      if (box.beside) continue;
      const free = outside(point, box) - thick;
      if (!(free >= -sunk)) say(`${name} box`, `${name} is ${(-free).toFixed(3)} inside of a thing that stands there`);
    }
  }
}

function checkBalance(joints, boxes, say) {
  const carrying = parts(joints)
    .filter(([, point, thick]) => point.y - thick < touching || boxes.some((box) => outside(point, box) - thick < touching))
    .map(([, point]) => point.x);
  const mass = centreOfMass(joints).x;
  const [low, high] = [Math.min(...carrying), Math.max(...carrying)];
  if (!(mass > low - sway && mass < high + sway)) {
    say("balance", `would topple: mass at ${mass.toFixed(2)}, carried from ${low.toFixed(2)} to ${high.toFixed(2)}`);
  }
}

function checkView(joints, view, say) {
  for (const [name, point] of parts(joints)) {
    const shift = jointShift(joints, name);
    const [x, y] = [point.x + shift.x, point.y + shift.y];
    if (!(x >= view.x[0] && x <= view.x[1] && y <= view.y[1])) say(`${name} view`, `${name} leaves the view at ${x.toFixed(2)} ${y.toFixed(2)}`);
  }
}

/** Names that a figure uses and the body does not have are found by drawing; so are jumps between phases. */
function checkSeams(figure, say) {
  const { phases, parts: own } = figure;
  if (phases.at(-1).to !== own.start) say("loop", `ends in the pose "${phases.at(-1).to}" and starts in "${own.start}"`);
  phases.forEach((phase, i) => {
    const next = phases[(i + 1) % phases.length];
    const end = jointsOf(poseIn(figure, phase, 1));
    const begin = jointsOf(poseIn(figure, next, 0));
    for (const side of sides)
      for (const name of Object.keys(limbThickness)) {
        const jump = distance(end[side][name], begin[side][name]);
        if (!(jump < 0.005)) say("seam", `${side}.${name} jumps by ${jump.toFixed(3)} before "${next.name}"`);
      }
  });
}

/** A cue is read from two metres away: a handful of short words. */
function checkCues(figure, say) {
  for (const { name, cue } of figure.phases) {
    if (cue.split(/\s+/).length > 4 || cue.length > 22) say(name, `"${cue}" is more than can be read in passing`);
  }
}

/** What is wrong with one figure in one variant: sentences. */
export function faultsOf(figure, variant) {
  const made = ready(figure, variant);
  const told = new Map();
  const boxes = (made.parts.props ?? []).filter((prop) => !isCarried(prop));
  const sayIn = (where) => (key, sentence) => told.has(key) || told.set(key, `${where}: ${sentence}`);
  for (const [name, pose] of made.poses) {
    for (const [pin, miss] of Object.entries(pose.misses)) {
      if (!(miss <= reach)) sayIn(`pose "${name}"`)(`${name} ${pin}`, `${pin} is out of reach by ${miss.toFixed(3)}`);
    }
  }
  for (const prop of made.parts.props ?? []) if (isCarried(prop)) jointNamed(frameOf(made, 0).joints, prop.at);
  checkSeams(made, sayIn("phases"));
  checkCues(made, sayIn("cues"));
  const frames = Math.ceil(made.seconds * framesPerSecond);
  for (let frame = 0; frame < frames; frame++) {
    const seconds = frame / framesPerSecond;
    const { phase, pose, joints } = frameOf(made, seconds);
    const say = sayIn(`${phase.name} ${seconds.toFixed(2)} s`);
    for (const [pin, miss] of Object.entries(pose.misses)) {
      if (!(miss <= reach)) say(`${phase.name} ${pin}`, `${pin} is out of reach by ${miss.toFixed(3)}`);
    }
    checkLimits(pose, say);
    checkGround(joints, boxes, say);
    checkBalance(joints, boxes, say);
    checkView(joints, made.parts.view, say);
  }
  return { frames, faults: [...told.values()] };
}

/** Every figure of a folder in every variant. */
export function checkFigures(folder) {
  const failures = [];
  let frames = 0;
  let figures = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const figure = JSON.parse(readFileSync(join(folder, file), "utf8"));
    if (figure.id !== basename(file, ".json")) failures.push(`${file}: its id is "${figure.id}"`);
    for (const variant of [undefined, ...Object.keys(figure.variants ?? {})]) {
      const name = basename(file, ".json") + (variant ? ` (${variant})` : "");
      figures += 1;
      try {
        const found = faultsOf(figure, variant);
        frames += found.frames;
        failures.push(...found.faults.map((fault) => `${name}, ${fault}`));
      } catch (error) {
        failures.push(`${name}: ${error.message}`);
      }
    }
  }
  return { figures, frames, failures };
}

/** Figures of a folder that no exercise of another one names. */
export function unseenFigures(folder, exercises) {
  const named = readdirSync(exercises).map((file) => /^figure: (\S+)$/m.exec(readFileSync(join(exercises, file), "utf8"))?.[1]);
  const drawn = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => basename(name, ".json"));
  return drawn.filter((id) => !named.includes(id)).map((id) => `${id}: no exercise says "figure: ${id}", so nobody sees it`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL("../content/figures", import.meta.url));
  const { figures, frames, failures } = checkFigures(folder);
  if (!process.argv[2]) failures.push(...unseenFigures(folder, fileURLToPath(new URL("../content/exercises", import.meta.url))));
  for (const failure of failures) console.error(failure);
  console.log(`figures: ${figures} in ${frames} frames, ${failures.length} failed`);
  process.exitCode = failures.length === 0 && figures > 0 ? 0 : 1;
}
