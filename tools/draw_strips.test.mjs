// What people who look at a strip rely on: six moments in the order of time, no words that would tell, colours that a plain
// rasteriser knows, and a README whose film strip is drawn from today's figures.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { lengthOf } from "../web/src/figure/index.ts";
import { circuit, figureNamed, lookOf, momentsOf, stripOf } from "./draw_strips.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const ids = readdirSync(join(root, "content", "figures")).map((file) => basename(file, ".json"));

test("every figure has six different moments in the order of time, within one pass", () => {
  for (const id of ids) {
    const figure = figureNamed(id);
    const moments = momentsOf(figure);
    assert.equal(new Set(moments).size, 6, id);
    assert.deepEqual(moments, moments.toSorted((a, b) => a - b), id);
    assert.ok(moments[0] >= 0 && moments[5] < lengthOf(figure), id);
  }
});

test("a strip has one picture of each moment, colours that stand for themselves, and no words on it", () => {
  const strip = stripOf([{ figure: figureNamed("glute-bridge") }], lookOf());
  assert.equal(strip.match(/class="figure"/g).length, 6);
  assert.doesNotMatch(strip, /var\(--|<text|<title/);
});

test("every colour of the drawing is one of the app's tokens, light and dark", () => {
  for (const theme of ["light", "dark"]) assert.doesNotMatch(lookOf(theme).style, /#888/);
  assert.notEqual(lookOf("light").ground, lookOf("dark").ground);
});

test("fewer frames side by side make more rows", () => {
  const sizeOf = (columns) => /viewBox="0 0 (\d+) (\d+)"/.exec(stripOf([{ figure: figureNamed("step-up") }], lookOf(), { columns })).slice(1).map(Number);
  const [[wide, low], [narrow, high]] = [sizeOf(6), sizeOf(3)];
  assert.ok(narrow < wide && high > low);
});

test("the film strip of the README is the circuit as its figures draw it today (else: tools/draw_strips docs/screens --circuit)", () => {
  assert.equal(circuit().length, 4);
  const drawn = readFileSync(join(root, "docs", "screens", "circuit-strip.svg"), "utf8");
  assert.equal(drawn, stripOf(circuit().map((id) => ({ figure: figureNamed(id) })), lookOf()));
  assert.match(readFileSync(join(root, "README.md"), "utf8"), /docs\/screens\/circuit-strip\.svg/);
});
