import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The system's browser: `CHROME_PATH`, else the first on the path. @throws where there is none: nothing is skipped. */
export function chromiumPath(): string {
  const { CHROME_PATH, PATH = '' } = process.env;
  const candidates = CHROME_PATH
    ? [CHROME_PATH]
    : PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = candidates.find((each) => existsSync(each));
  if (!found)
    throw new Error(`No Chromium: install one, or name it in CHROME_PATH (tried ${names.join(', ')})`);
  return found;
}
