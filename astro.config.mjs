import { createHash } from 'node:crypto';
import node from '@astrojs/node';
import solid from '@astrojs/solid-js';
import { defineConfig, passthroughImageService } from 'astro/config';
import { generateHydrationScript } from 'solid-js/web';
import { stampBuild } from './src/serve/stamp-build.ts';
import { watchScenarios } from './src/serve/watch-scenarios.ts';

export default defineConfig({
  output: 'server',
  // Our own server.mjs listens, serves static files, logs and drains; Astro only answers.
  adapter: node({ mode: 'middleware', bodySizeLimit: 131_072 }),
  integrations: [solid(), stampBuild(), watchScenarios()],
  server: { host: '127.0.0.1', port: 4321 },
  devToolbar: { enabled: false },
  // No images are transformed, so the address that would do it does no work for strangers.
  image: { service: passthroughImageService() },
  // Coloured code samples would need inline styles; no page has any.
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  // A small file inlined as a data: address would be refused by the content security policy.
  vite: { build: { assetsInlineLimit: 0 } },
  security: {
    // Off because it passes JSON by: our middleware checks Origin on every write, JSON included.
    checkOrigin: false,
    actionBodySizeLimit: 131_072,
    csp: {
      scriptDirective: { hashes: [hashSolidBootstrap()] },
      directives: [
        "default-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        // Heeded because every page is answered with a header, never with a <meta> of a built page.
        "frame-ancestors 'none'",
      ],
    },
  },
});

/** The hash of the inline script that Solid writes before its first island: Astro does not add it. */
function hashSolidBootstrap() {
  const script = /<script>([\s\S]*?)<\/script>/.exec(generateHydrationScript())?.[1];
  if (script === undefined)
    throw new Error('Solid no longer writes its bootstrap as one <script>.');
  return /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);
}
