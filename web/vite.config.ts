import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

// `npm run dev` shows the app with a `hipline serve` beside it: HIPLINE_SERVER is its address.
const server = process.env['HIPLINE_SERVER'] ?? 'http://127.0.0.1:8700';

export default defineConfig({
  plugins: [
    svelte(),
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
        navigateFallbackDenylist: [/^\/api\//, /[?&]key=/],
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
  },
  server: { proxy: { '/api': { target: server, changeOrigin: true } } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
