import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Api, NoAnswer, Refused, Stopped } from '../api.js';

interface DemoFile {
  readonly url: string;
  readonly region: string;
  readonly people: readonly (Omit<Player, 'api'> & { readonly token: string })[];
}

/** One of the people of the demo, with their own way in. */
export interface Player {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly schoolLocationId?: string;
  readonly organisationId?: string;
  readonly api: Api;
}

export interface Cast {
  readonly url: string;
  readonly teacher: Player;
  readonly partner: Player;
  readonly museum: Player;
  readonly coordinator: Player;
  /** The region's id. */
  readonly region: string;
}

/** Those of `demo.json` who play in the story. @throws Stopped when no demo runs on that folder */
export async function castOf(folder: string): Promise<Cast> {
  const { url, region, people } = await demoIn(folder);
  const player = (id: string): Player => {
    const found = people.find((person) => person.id === id);
    if (!found) throw new Stopped(`In demo.json staat niemand die ${id} heet.`);
    const { token, ...person } = found;
    return { ...person, api: new Api(url, token) };
  };
  const cast = {
    url,
    region,
    teacher: player('demo-teacher'),
    partner: player('demo-partner'),
    museum: player('demo-museum'),
    coordinator: player('demo-coordinator'),
  };
  try {
    await cast.teacher.api.get('/api/me');
  } catch (cause) {
    if (!(cause instanceof NoAnswer) && !(cause instanceof Refused)) throw cause;
    throw new Stopped(notRunning(folder), { cause });
  }
  return cast;
}

async function demoIn(folder: string): Promise<DemoFile> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'demo.json'), 'utf8')) as DemoFile;
  } catch (cause) {
    throw new Stopped(notRunning(folder), { cause });
  }
}

function notRunning(folder: string): string {
  return [
    `Er draait geen demo op de map ${path.resolve(folder)}.`,
    'Start Leerbrug in een ander venster met "npm start" en probeer het dan opnieuw.',
    '(No demo is running. Start one with "npm start" in another terminal, then try again.)',
  ].join('\n');
}
