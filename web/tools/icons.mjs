// icons.mjs: draws public/icons/*.png from public/icons/hipline.svg in Chromium. Run it when the sign changes: `npm run icons`.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = new URL('../public/icons/', import.meta.url);
const sign = readFileSync(new URL('hipline.svg', folder), 'utf8');
// A maskable icon is cut to the launcher's shape: the ground fills it, the sign keeps to the middle.
const full = sign.replace('rx="14"', 'rx="0"').replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80" style="background:#14594f"');
const square = sign.replace('rx="14"', 'rx="0"');
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
try {
  for (const [name, size, drawing] of [
    ['hipline-192.png', 192, sign],
    ['hipline-512.png', 512, sign],
    ['hipline-maskable-512.png', 512, full],
    ['hipline-180.png', 180, square],
  ]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
    writeFileSync(new URL(name, folder), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
