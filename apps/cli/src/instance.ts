import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Api, NoAnswer, Refused } from './api.js';

interface InstanceFile {
  readonly url: string;
  readonly operatorToken: string;
}

/** The instance that runs on that folder, spoken to as its operator; undefined when none answers to its key. */
export async function runningInstance(folder: string): Promise<Api | undefined> {
  const at = await addressIn(folder);
  if (!at) return undefined;
  const api = new Api(at.url, at.operatorToken);
  try {
    await api.get('/api/me');
    return api;
  } catch (error) {
    // What is left of an instance that died names an address where nobody is, or by now another instance.
    if (error instanceof NoAnswer) return undefined;
    if (error instanceof Refused && [401, 404].includes(error.status)) return undefined;
    throw error;
  }
}

async function addressIn(folder: string): Promise<InstanceFile | undefined> {
  try {
    const { url, operatorToken } = JSON.parse(
      await readFile(path.join(folder, 'instance.json'), 'utf8'),
    ) as Partial<InstanceFile>;
    return url && operatorToken ? { url, operatorToken } : undefined;
  } catch {
    // Not there, or not ours: then nothing runs here that we can talk to.
    return undefined;
  }
}
