// draw_strips.mjs FOLDER [--tokens FILE] [--theme light|dark] [--side left|right] [--no-marks] [ID | ID:VARIANT]...
// Draws each figure of content/figures (and each of its variants) as a strip of six frames without words, FOLDER/ID.svg, and
// with rsvg-convert (Debian: librsvg2-bin) also FOLDER/ID.png. For people who draw figures: show a strip to someone who has
// never seen the exercise, and draw again until they know it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawFigure, frameAt, lengthOf } from "../web/src/figure/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const figures = join(root, "content", "figures");

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

/** One strip as SVG. */
export function stripOf(figure, variant, style, colours, options) {
  const shown = drawFigure(figure, 0, { variant });
  const [x, y, width, height] = /viewBox="([^"]+)"/.exec(shown)[1].split(" ").map(Number);
  const space = 60;
  const frames = momentsOf(figure, variant).map((moment, i) => {
    const inner = drawFigure(figure, moment, { ...options, variant }).replace("<svg ", `<svg x="${space + i * (width + space)}" y="${space}" width="${width}" height="${height}" `);
    return inner;
  });
  const whole = { width: space + 6 * (width + space), height: height + 2 * space };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" width="${Math.round(whole.width / 5)}">` +
    `<style>${style}</style><rect width="100%" height="100%" fill="${colours["--surface"] ?? "#fffdf8"}"/>${frames.join("")}</svg>`
  );
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      tokens: { type: "string", default: join(root, "web", "src", "ui", "tokens.css") },
      theme: { type: "string", default: "light" },
      side: { type: "string", default: "right" },
      marks: { type: "boolean", default: true },
    },
  });
  const [folder, ...only] = positionals;
  if (!folder) throw new Error("Name the folder that the strips are to be written to.");
  mkdirSync(folder, { recursive: true });
  const colours = coloursOf(readFileSync(values.tokens, "utf8"), values.theme);
  const style = plainStyle(readFileSync(join(root, "web", "src", "figure", "figure.css"), "utf8"), colours);
  for (const file of readdirSync(figures).filter((name) => name.endsWith(".json")).sort()) {
    const figure = JSON.parse(readFileSync(join(figures, file), "utf8"));
    for (const variant of [undefined, ...Object.keys(figure.variants ?? {})]) {
      const name = basename(file, ".json") + (variant ? `:${variant}` : "");
      if (only.length > 0 && !only.includes(name)) continue;
      const path = join(folder, name.replace(":", "-"));
      writeFileSync(`${path}.svg`, stripOf(figure, variant, style, colours, { side: values.side, marks: values.marks }));
      try {
        execFileSync("rsvg-convert", ["--output", `${path}.png`, `${path}.svg`]);
      } catch (error) {
        if (error.code !== "ENOENT") throw error;
        console.error(`${path}.svg only: rsvg-convert (Debian: librsvg2-bin) makes the PNG.`);
      }
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
