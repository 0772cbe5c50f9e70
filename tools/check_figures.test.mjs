// Proves that check_figures bites: plants one fault at a time into a sound figure and expects it to be named. And a few facts
// of the drawing itself that the app counts on.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { drawFigure, frameAt, lengthOf, secondsIn } from "../web/src/figure/index.ts";
import { checkFigures, faultsOf, unseenFigures } from "./check_figures.mjs";

const folder = fileURLToPath(new URL("../content/figures/", import.meta.url));
const figure = (id) => JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));
const climber = () => figure("slow-banded-mountain-climber");
const splitSquat = () => figure("split-squat-hip-flexor-iso-hold");
const stepDown = () => figure("lateral-step-down");
const sidePlank = () => figure("side-plank");
const pulses = () => figure("supine-banded-high-knee-pulses");

function faultsWith(drawn, plant) {
  plant(drawn);
  return faultsOf(drawn).faults;
}

test("a sound figure has no fault and is looked at 30 times a second", () => {
  const { faults, frames } = faultsOf(climber());
  assert.deepEqual(faults, []);
  assert.equal(frames, Math.ceil(lengthOf(climber()) * 30));
});

test("a joint beyond its limit is named", () => {
  const faults = faultsWith(pulses(), (f) => (f.poses.high.near.hip = 155));
  assert.match(faults.join("\n"), /drive .* near hip 1\d\d is outside of -30 to 140/);
});

test("a trunk beyond its limit is named, and so is an angle that is no number", () => {
  assert.match(faultsWith(pulses(), (f) => (f.poses.high.spine = 60)).join("\n"), /spine \d+ is outside of -40 to 50/);
  assert.match(faultsWith(pulses(), (f) => (f.poses.high.spine = NaN)).join("\n"), /spine NaN is outside/);
});

test("a heel under the floor is named", () => {
  const faults = faultsWith(pulses(), (f) => (f.poses.low.far.hip = -8));
  assert.match(faults.join("\n"), /far\.heel is 0\.\d+ under the floor/);
});

test("a body inside of a thing that stands there is named, unless the thing stands beside it", () => {
  const block = { x: [-0.1, 0.1], y: [0, 0.2] };
  assert.match(faultsWith(splitSquat(), (f) => (f.props = [block])).join("\n"), /near\.ankle is 0\.\d+ inside of a thing/);
  assert.deepEqual(faultsWith(splitSquat(), (f) => (f.props = [{ ...block, beside: true }])), []);
});

test("a pinned hand that cannot be reached is named", () => {
  const faults = faultsWith(climber(), (f) => (f.poses.plank.pins["near.hand"].x = 0.5));
  assert.match(faults.join("\n"), /pose "plank": near\.hand is out of reach by 0\.\d+/);
});

test("a body that would topple is named", () => {
  const faults = faultsWith(splitSquat(), (f) => (f.poses.hold.pelvis.x = -0.2));
  assert.match(faults.join("\n"), /would topple: mass at -0\.\d+/);
});

test("a hand outside of the view is named", () => {
  assert.match(faultsWith(splitSquat(), (f) => (f.view.y[1] = 0.7)).join("\n"), /head leaves the view/);
});

test("a figure that does not end where it starts, or jumps between phases, is named", () => {
  assert.match(faultsWith(splitSquat(), (f) => f.phases.pop()).join("\n"), /ends in the pose "hold" and starts in "tall"/);
  const jump = (f) => {
    f.poses.tall.near.hip = 40;
    f.poses.hold.pins = { "near.foot": null, "far.foot": null };
    f.phases = f.phases.map((phase) => ({ ...phase, travel: { "near.foot": { lift: 0 } } }));
    f.poses.hold.near = { hip: 80, knee: 0 };
  };
  assert.ok(faultsWith(splitSquat(), jump).length > 0);
});

test("from the front a leg that reaches too far, an elbow out of reach and a hip led too far aside are named", () => {
  assert.match(faultsWith(stepDown(), (f) => (f.poses.tall.pelvis.y = 0.7)).join("\n"), /pose "tall": near\.foot is out of reach/);
  assert.match(faultsWith(sidePlank(), (f) => (f.poses.high.pelvis.y = 0.26)).join("\n"), /pose "high": near\.hand is out of reach/);
  assert.match(faultsWith(figure("side-lying-abduction"), (f) => (f.poses.high.near.hip = 75)).join("\n"), /near hip \d+ is outside of -30 to 60/);
});

test("an elbow that is leant on in a side view may be neither too near nor too far", () => {
  const leaning = (x) => (f) => (f.poses.plank.pins["near.hand"] = { part: "elbow", x });
  for (const x of [0.05, 0.6]) assert.match(faultsWith(climber(), leaning(x)).join("\n"), /pose "plank": near\.hand is out of reach/);
});

test("a part that points out of a side view is named", () => {
  assert.match(faultsWith(climber(), (f) => (f.poses.plank.far = { thighDepth: 20 })).join("\n"), /thighDepth \d+ is outside of 0 to 0/);
});

test("from the front a planted foot stays where it is while the knee above it bends", () => {
  const drawn = stepDown();
  const feet = [0.01, 0.3, 0.6, 0.99].map((share) => frameAt(drawn, secondsIn(drawn, 0, share)).joints.near);
  for (const foot of feet) assert.ok(Math.hypot(foot.ankle.x - feet[0].ankle.x, foot.ankle.y - feet[0].ankle.y) < 0.001);
  const thigh = (limb) => Math.hypot(limb.knee.x - limb.hip.x, limb.knee.y - limb.hip.y);
  assert.ok(thigh(feet[3]) < thigh(feet[0]) - 0.05, "a bent knee comes towards the viewer");
});

test("from the front the right side stands on the left of the drawing, and nothing is drawn aside", () => {
  const { joints } = frameAt(stepDown(), 0);
  assert.ok(joints.near.hip.x < joints.far.hip.x && joints.near.shoulder.x < joints.far.shoulder.x);
  assert.match(drawFigure(climber(), 0), /translate\(20 -14\)/);
  assert.doesNotMatch(drawFigure(stepDown(), 0), /translate\(20 -14\)/);
});

test("a joint, pose or file name that does not exist is named", () => {
  const weight = (f) => (f.props = [{ at: "near.claw", width: 0.1, height: 0.1 }]);
  assert.throws(() => faultsWith(splitSquat(), weight), /names the joint "near\.claw"/);
  assert.throws(() => faultsWith(splitSquat(), (f) => (f.phases[0].to = "nowhere")), /the pose "nowhere"/);
  const planted = mkdtempSync(join(tmpdir(), "hipline-figures-"));
  try {
    writeFileSync(join(planted, "other.json"), JSON.stringify(climber()));
    assert.match(checkFigures(planted).failures.join(), /other\.json: its id is "slow-banded-mountain-climber"/);
  } finally {
    rmSync(planted, { recursive: true });
  }
});

test("a cue that takes long to read is named", () => {
  const cue = "Knee over hip, hand on thigh";
  assert.match(faultsWith(climber(), (f) => (f.phases[0].cue = cue)).join("\n"), /cues: "Knee over hip, hand on thigh" is more/);
});

test("a figure that no exercise names is named", () => {
  const planted = mkdtempSync(join(tmpdir(), "hipline-exercises-"));
  try {
    writeFileSync(join(planted, "one.yaml"), "title: One\nfigure: step-up\n");
    const unseen = unseenFigures(folder, planted).join("\n");
    assert.match(unseen, /^side-plank: no exercise says "figure: side-plank"/m);
    assert.doesNotMatch(unseen, /step-up/);
  } finally {
    rmSync(planted, { recursive: true });
  }
});

test("a fault in a variant is named with the variant", () => {
  const planted = mkdtempSync(join(tmpdir(), "hipline-figures-"));
  try {
    const drawn = splitSquat();
    drawn.variants["running-arms"].poses.swap.spine = 70;
    writeFileSync(join(planted, `${drawn.id}.json`), JSON.stringify(drawn));
    assert.match(checkFigures(planted).failures.join("\n"), /\(running-arms\), hold .* spine/);
  } finally {
    rmSync(planted, { recursive: true });
  }
});

test("the left side works in the mirror image of the right one", () => {
  const right = drawFigure(climber(), 1, { side: "right" });
  const left = drawFigure(climber(), 1, { side: "left" });
  assert.match(left, /<g transform="translate\(-100 0\) scale\(-1 1\)">/);
  assert.equal(left.replace(/<g transform="translate\(-100 0\) scale\(-1 1\)">/, "").replace("</g></svg>", "</svg>"), right);
});

test("with reduced motion nothing moves within a phase", () => {
  const drawn = climber();
  const back = secondsIn(drawn, 1, 0.1);
  assert.equal(drawFigure(drawn, back, { still: true }), drawFigure(drawn, secondsIn(drawn, 1, 0.9), { still: true }));
  assert.notEqual(drawFigure(drawn, back), drawFigure(drawn, secondsIn(drawn, 1, 0.9)));
});

test("the moment of a share of a phase lies in that phase", () => {
  for (const id of ["worlds-greatest-stretch-variation", "slow-banded-mountain-climber"]) {
    const drawn = figure(id);
    drawn.phases.forEach((phase, i) => {
      for (const share of [0, 0.5, 1]) assert.equal(frameAt(drawn, secondsIn(drawn, i, share)).phaseIndex, i);
    });
  }
});

test("after the last phase the first one follows", () => {
  const drawn = climber();
  assert.equal(frameAt(drawn, lengthOf(drawn) + 0.2).phase.name, frameAt(drawn, 0.2).phase.name);
});

test("words for a screen reader are kept from being read as markup", () => {
  assert.match(drawFigure(climber(), 0, { label: '"<b>&' }), /aria-label="&quot;&lt;b&gt;&amp;"/);
  assert.match(drawFigure(climber(), 0, { label: "" }), /aria-hidden="true"/);
});

test("a ball between the knees lies behind the near leg and in front of the far one", () => {
  const drawn = drawFigure(figure("ball-squeeze"), 0);
  const [far, ball, near] = ["f-shoe-far", "f-weight", "f-shoe-near"].map((part) => drawn.indexOf(part));
  assert.ok(far < ball && ball < near);
});

test("no band, no muscles and no marks are drawn where they are not asked for", () => {
  const drawn = drawFigure(climber(), 0.2, { band: false, muscles: false, marks: false });
  assert.doesNotMatch(drawn, /f-band|class="m-|class="k-/);
  assert.match(drawFigure(climber(), 0.2), /f-band[^]*m-belly[^]*k-arrow/);
});
