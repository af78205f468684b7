import 'reflect-metadata';
import { Stopped } from './api.js';
import { ConfigInvalid, readConfig } from './config.js';
import { agreed } from './story/agreed.js';
import { castOf } from './story/cast.js';
import { declined, nothingFits } from './story/declined.js';
import { Stage } from './story/stage.js';
import { Teller } from './story/teller.js';

try {
  const cast = await castOf(readConfig(process.env).LEERBRUG_DATA);
  const stage = new Stage(cast, Date.now());
  const teller = new Teller((text) => void process.stdout.write(text));
  process.stdout.write(`Van aanvraag tot afspraak, op ${cast.url}\n\n`);
  await agreed(stage, teller);
  process.stdout.write('\nEn als het anders loopt\n\n');
  await declined(stage, teller);
  await nothingFits(stage, teller);
  process.stdout.write('\nKlaar. Bekijk de mails op /api/demo/mailbox, of speel het nog een keer.\n');
} catch (error) {
  if (!(error instanceof Stopped) && !(error instanceof ConfigInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
