// Plain JavaScript, and imported before anything else: an old Node could not read a .ts file at all.
// From this one on, node:crypto makes the ids of our rows (randomUUIDv7).
const needed = [24, 16];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `In Practice needs Node ${needed.join('.')} or later; this is v${process.versions.node}. Start it with npm: npm start`,
  );
  process.exit(1);
}
