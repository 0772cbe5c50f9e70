// draw_strips.mjs FOLDER [OPTION]... [ID | ID:VARIANT]...
// Draws each figure of content/figures (and each of its variants) as a strip of six frames without words, FOLDER/ID.svg, and
// with rsvg-convert (Debian: librsvg2-bin) also FOLDER/ID.png. For people who draw figures: show a strip to someone who has
// never seen the exercise, and draw again until they know it (docs/guides/figures.md says how).
//   --columns N          so many frames side by side, further ones below (default 6)
//   --theme light|dark   which colours of the app's tokens (--tokens FILE: of other ones)
//   --side left|right    which side works
//   --no-marks           without arrows
//   --circuit            the exercises of the therapist's circuit under each other in one file, FOLDER/circuit-strip.svg
//   --trial              pictures that give nothing away, FOLDER/1.png and so on in a new order, and FOLDER/key.txt to open last
import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawFigure, frameAt, lengthOf } from "../web/src/figure/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const figures = join(root, "content", "figures");
const space = 60; // between frames, in drawing units
const pixels = 0.34; // a drawing unit in the picture

/** The colours of one theme: `light-dark(light, dark)` of the tokens, resolved. */
function coloursOf(tokens, theme) {
  const colours = {};
  for (const [, name, light, dark] of tokens.matchAll(/(--[\w-]+):\s*light-dark\(\s*([^,()]+(?:\([^)]*\))?)\s*,\s*([^,()]+(?:\([^)]*\))?)\s*\)/g)) {
    colours[name] = theme === "dark" ? dark : light;
  }
  return colours;
}

/** figure.css with its custom properties replaced, for a rasteriser that knows none. */
function plainStyle(css, colours) {
  // The size of a drawing in a page is not the size of a frame in a strip.
  return css.replace(/\.figure \{[^}]*\}/, "").replace(/var\((--[\w-]+)\)/g, (_, name) => {
    const colour = colours[name] ?? "#888";
    const parts = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(colour.trim());
    return parts ? `rgba(${parts.slice(1).join(",")})` : colour;
  });
}

/** What a strip is coloured with: the app's own style in one theme. */
export function lookOf(theme = "light", tokens = join(root, "web", "src", "ui", "tokens.css")) {
  const colours = coloursOf(readFileSync(tokens, "utf8"), theme);
  const css = readFileSync(join(root, "web", "src", "figure", "figure.css"), "utf8");
  return { style: plainStyle(css, colours), ground: colours["--surface"] ?? "#fffdf8" };
}

/** A figure of content/figures by its id. */
export const figureNamed = (id) => JSON.parse(readFileSync(join(figures, `${id}.json`), "utf8"));

/** The exercises of the therapist's circuit, in her order. */
export function circuit() {
  const written = readFileSync(join(root, "content", "circuits", "therapist-circuit.yaml"), "utf8");
  const list = /^exercises:\n((?: +- [\w-]+\n)+)/m.exec(written);
  if (!list) throw new Error("The circuit's file has no list of exercises.");
  return list[1].trim().split(/\s+- |^- /).filter(Boolean);
}

/** Six moments, in the order of time: the ends of the phases and then moments within the longest ones; a sway once. */
export function momentsOf(figure, variant) {
  const length = lengthOf(figure, variant);
  const phases = [];
  for (let at = 0; at < length; ) {
    const { phase } = frameAt(figure, at + 1e-6, { variant });
    phases.push(phase);
    at = phase.begins + phase.seconds;
  }
  const moving = phases.filter((phase) => phase.from !== phase.to || phase.mark || phase.tremble);
  // Where there are more than six, those that point something out come first.
  const used = (moving.length > 0 ? moving : phases).toSorted((a, b) => Number(!a.mark) - Number(!b.mark)).slice(0, 6);
  const moments = used.map((phase) => phase.begins + phase.seconds * 0.98);
  const swaying = phases.length === 1 && phases[0].sway;
  if (swaying) return [0, 0.17, 0.33, 0.5, 0.67, 0.83].map((share) => swaying.seconds * share);
  for (const share of [0.5, 0.25, 0.75, 0.02, 0.12, 0.88])
    for (const phase of [...used].sort((a, b) => b.seconds - a.seconds))
      if (moments.length < 6) moments.push(phase.begins + phase.seconds * share);
  return moments.sort((a, b) => a - b);
}

/** The frames of one strip with the place that they take, in drawing units. */
function framesOf(figure, variant, { columns = 6, side, marks } = {}) {
  const [, viewBox] = /viewBox="([^"]+)"/.exec(drawFigure(figure, 0, { variant }));
  const [, , width, height] = viewBox.split(" ").map(Number);
  const moments = momentsOf(figure, variant);
  const placed = moments.map((moment, i) => {
    const x = space + (i % columns) * (width + space);
    const y = space + Math.floor(i / columns) * (height + space);
    return drawFigure(figure, moment, { side, marks, variant, label: "" }).replace("<svg ", `<svg x="${x}" y="${y}" width="${width}" height="${height}" `);
  });
  const rows = Math.ceil(moments.length / columns);
  return { drawn: placed.join(""), width: space + columns * (width + space), height: space + rows * (height + space) };
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** One picture with the named figures under each other, each as wide as the picture; read aloud as their titles. */
export function stripOf(strips, look, options = {}) {
  const framed = strips.map(({ figure, variant }) => framesOf(figure, variant, options));
  const width = Math.max(...framed.map((strip) => strip.width));
  let y = 0;
  const placed = framed.map((strip) => {
    const height = Math.round((strip.height * width) / strip.width);
    const at = `<svg x="0" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${strip.width} ${strip.height}">${strip.drawn}</svg>`;
    y += height;
    return at;
  });
  const titles = escaped(strips.map(({ figure }) => figure.title).join(", "));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${Math.round(width * pixels)}" height="${Math.round(y * pixels)}" role="img" aria-label="${titles}">` +
    `<style>${look.style}</style><rect width="100%" height="100%" fill="${look.ground}"/>${placed.join("")}</svg>\n`
  );
}

/** Writes a strip, and its picture where there is a rasteriser. */
function write(path, svg) {
  writeFileSync(`${path}.svg`, svg);
  try {
    execFileSync("rsvg-convert", ["--output", `${path}.png`, `${path}.svg`]);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    console.error(`${path}.svg only: rsvg-convert (Debian: librsvg2-bin) makes the PNG.`);
  }
}

/** Every figure and every variant, or those asked for. */
function chosen(names) {
  const ids = readdirSync(figures).filter((name) => name.endsWith(".json")).map((name) => basename(name, ".json")).sort();
  const all = ids.flatMap((id) => {
    const figure = figureNamed(id);
    return [undefined, ...Object.keys(figure.variants ?? {})].map((variant) => ({ name: variant ? `${id}:${variant}` : id, figure, variant }));
  });
  for (const name of names) if (!all.some((one) => one.name === name)) throw new Error(`There is no figure "${name}".`);
  return names.length === 0 ? all : names.map((name) => all.find((one) => one.name === name));
}

function shuffled(list) {
  const left = [...list];
  return list.map(() => left.splice(randomInt(left.length), 1)[0]);
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      tokens: { type: "string" },
      theme: { type: "string", default: "light" },
      side: { type: "string", default: "right" },
      columns: { type: "string", default: "6" },
      circuit: { type: "boolean", default: false },
      trial: { type: "boolean", default: false },
      marks: { type: "boolean", default: true },
    },
  });
  const [folder, ...names] = positionals;
  if (!folder) throw new Error("Name the folder that the strips are to be written to.");
  mkdirSync(folder, { recursive: true });
  const look = lookOf(values.theme, values.tokens);
  const options = { side: values.side, marks: values.marks, columns: Number(values.columns) };
  const strips = chosen(values.circuit ? circuit() : names);
  if (values.circuit) {
    writeFileSync(join(folder, "circuit-strip.svg"), stripOf(strips, look, options));
  } else if (values.trial) {
    const order = shuffled(strips);
    order.forEach((strip, i) => {
      const path = join(folder, String(i + 1));
      write(path, stripOf([strip], look, options));
      rmSync(`${path}.svg`); // its words would tell
    });
    writeFileSync(join(folder, "key.txt"), order.map((strip, i) => `${i + 1} ${strip.name}\n`).join(""));
  } else {
    for (const strip of strips) write(join(folder, strip.name.replace(":", "-")), stripOf([strip], look, options));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
