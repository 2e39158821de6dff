import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

// Vite would take NODE_ENV=test for development; even a test run builds what is served in production.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

/** The service serves the build at /console. `npm run console:dev` serves the sources and proxies the rest to the service. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [tailwindcss(), compressed()],
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    // The content-security policy forbids data: URLs.
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

/** Writes a .br and a .gz next to each text file, so the service never compresses at run time. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: () => {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue;
        const file = join(folder, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(content));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
