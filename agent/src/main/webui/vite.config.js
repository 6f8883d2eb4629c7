import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Answers /api from the fixtures when ATHANOR_MOCK is set, so that the console can be worked on alone. */
function mockApi() {
  return {
    name: 'athanor-mock-api',
    apply: 'serve',
    async configureServer(server) {
      if (!process.env.ATHANOR_MOCK) return;
      const { createApi } = await import('./mock/api.mjs');
      const api = createApi();
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) api(request, response).catch(next);
        else next();
      });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), mockApi()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsInlineLimit: 0,
    // The structure viewer is one lazily loaded chunk that carries three.js; it is never part of the first paint.
    chunkSizeWarningLimit: 2500,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    host: '127.0.0.1',
    proxy: process.env.ATHANOR_MOCK ? undefined : { '/api': 'http://127.0.0.1:8421' },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
