// Plain JavaScript, and imported before anything else: an old Node could not read a .ts file at all.
const needed = 24;

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `In Practice needs Node ${needed} or later; this is ${process.version}. Start it with npm: npm start`,
  );
  process.exit(1);
}
