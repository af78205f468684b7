/**
 * Prints the package.json of an image: what runs there and nothing else. Not the web (it is built already), not what only
 * tests and builds need, and not Node itself as a package: the image has its own.
 */
import { readFileSync } from 'node:fs';

const { name, version, type, imports, dependencies, overrides } = JSON.parse(
  readFileSync(process.argv[2] ?? 'package.json', 'utf8'),
);
const { node: _, ...needed } = dependencies;
const kept = Object.fromEntries(Object.entries(overrides ?? {}).filter(([over]) => over in needed));
const manifest = { name, version, private: true, type, imports, dependencies: needed, overrides: kept };
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
