import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src',
  base: './',
  build: {
    outDir: '../../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The page's policy allows no data: scripts; assets stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
