import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';

// What is built is what is served, also when a test run builds it: Vite would take NODE_ENV=test for development.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

/** The API serves what is built at /console; `npm run console:dev` serves the sources and passes the rest to the API. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [tailwindcss(), compressed()],
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    // The content-security policy has no room for data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      onLog: (level, log, report) => {
        // "use client" is for servers that render React; there is none here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  server: {
    proxy: { '^/(v1|docs|problems|openapi.json|console/config.json)': 'http://127.0.0.1:3000' },
  },
});
