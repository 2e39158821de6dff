import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';

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
  },
  server: {
    proxy: { '^/(v1|docs|problems|openapi.json|console/config.json)': 'http://127.0.0.1:3000' },
  },
});
