import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const out = resolve(import.meta.dirname, '../../dist/web');

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: './src/routes',
      generatedRouteTree: './src/route-tree.gen.ts',
      quoteStyle: 'single',
      semicolons: true,
    }),
    react(),
    packed(),
  ],
  // The gateway puts the nonce of each answer here.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2023',
    // The page's policy allows files of ours only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // Whatever is cut off is named in the first load, with all that it needs: so few, and what nearly every screen
        // needs is in what came first.
        codeSplitting: {
          groups: [
            {
              name: 'first',
              test: /src\/(main\.tsx|routes\/([^?]*\.tsx|index\.tsx\?tsr-split=component))$/,
              priority: 2,
            },
            {
              name: 'controls',
              test: /node_modules\/(@mantine\/(core|hooks)|@floating-ui|react-remove-scroll|@tabler)/,
              minShareCount: 4,
              priority: 1,
            },
            // A file rather than thirty small ones: each costs a slow processor as much as ten kilobytes do. Apart from
            // what the demo bar needs too, which is on the catalogue.
            { name: 'sent', test: /src\/api\/(commands|demo)\.ts$/, minShareCount: 3, priority: 1 },
            {
              name: 'work',
              test: /src\/(api|arrange|ask|parts|people|region|requests|rounds|say)\/[^?]*\.tsx?$/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/health': 'http://localhost:3000' } },
});

/** The gateway sends these beside the plain ones, so that nothing is packed while somebody waits. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    closeBundle() {
      const folder = join(out, 'assets');
      for (const name of readdirSync(folder).filter((each) => /\.(js|css|svg)$/.test(each))) {
        const file = join(folder, name);
        const plain = readFileSync(file);
        if (plain.length < 1_000) continue;
        writeFileSync(`${file}.br`, brotliCompressSync(plain));
        writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
      }
    },
  };
}
