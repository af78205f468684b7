import { once } from 'node:events';

export default async function stopServers() {
  const child = globalThis.leerbrugServers;
  if (!child || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin.end();
  await gone;
}
