// Runs Astro's own command with telemetry off, on every platform alike: node src/cli/astro.mjs build
import './require-node.mjs';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
await import('../../node_modules/astro/bin/astro.mjs');
