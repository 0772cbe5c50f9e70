import { renameSync, rmdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// `npm run dev` shows the app with a `hipline serve` beside it: HIPLINE_SERVER is its address.
const server = process.env['HIPLINE_SERVER'] ?? 'http://127.0.0.1:8700';

/** Ten seconds of nothing: browsers hand the buttons of headphones only to a page that plays a sound (src/session/media_keys.ts). */
function silence(): Plugin {
  const rate = 8000;
  const samples = rate * 10;
  const wav = Buffer.alloc(44 + samples, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22); // mono
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34); // bits
  wav.write('data', 36);
  wav.writeUInt32LE(samples, 40);
  return {
    name: 'silence',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'silence.wav', source: wav });
    },
  };
}

/** uPlot asks the browser how numbers and zones are written as soon as it is loaded, which costs a phone a tenth of a second. The charts
 * write their own, and no other zone. */
function chartsWithoutIntl(): Plugin {
  const asked: [string, string][] = [
    ["new Intl.NumberFormat(domEnv ? nav.language : 'en-US')", '{ format: String }'],
    ['new Intl.DateTimeFormat().resolvedOptions().timeZone', "''"],
  ];
  return {
    name: 'charts-without-intl',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/uplot\/dist\/uPlot\.esm\.js/.test(id)) return null;
      for (const [what, instead] of asked) {
        if (!code.includes(what)) throw new Error(`uPlot no longer holds ${what}: see chartsWithoutIntl in vite.config.ts.`);
        code = code.replace(what, instead);
      }
      return { code, map: null };
    },
  };
}

/** What Today is made of, and what every page shares with it. */
const firstPage = /\/src\/(api|day|features\/today|interview|offline|text|ui)\/|\/src\/[^/]+$|\/node_modules\/(svelte|openapi-fetch|idb-keyval|esm-env|clsx)\//;

/** The list of chunks is for tools/budget.mjs, not for browsers: it lies beside the folder that is served. */
function listOfChunksAside(): Plugin {
  let folder = '';
  return {
    name: 'list-of-chunks-aside',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      renameSync(join(folder, '.vite', 'manifest.json'), `${folder}-chunks.json`);
      rmdirSync(join(folder, '.vite'));
    },
  };
}

export default defineConfig({
  plugins: [
    svelte(),
    silence(),
    chartsWithoutIntl(),
    listOfChunksAside(),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: false, // src/offline/service_worker.ts does it: an inline script would be against our own policy
      manifest: {
        name: 'Hipline',
        short_name: 'Hipline',
        description: 'What to do today for a runner with a sore hip, and why.',
        lang: 'en',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f5f3ec',
        theme_color: '#14594f',
        icons: [
          { src: '/icons/hipline-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/hipline-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/hipline-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/hipline.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        // The shell only. Answers of the server are health data: they are kept by src/offline/kept.ts, by name, and deleted with it.
        globPatterns: ['**/*.{js,css,html,svg,png,wasm,webmanifest}'],
        navigateFallback: '/index.html',
        // What the server answers itself: its interface, and the pages by which a browser is let in.
        navigateFallbackDenylist: [/^\/api\//, /[?&]key=/, /^\/pair/, /^\/trust/],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0, // a data: address would be against our own policy
    modulePreload: { polyfill: false },
    // What the first page needs comes in one piece with its styles: on a phone each file more is a way there and back.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: firstPage }, { name: 'figure', test: /\/src\/figure\// }] } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: true } } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
