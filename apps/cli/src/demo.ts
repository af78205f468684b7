import 'reflect-metadata';
import { Stopped } from './api.js';
import { ConfigInvalid, readConfig } from './config.js';
import { agreed } from './story/agreed.js';
import { booked } from './story/booked.js';
import { castOf } from './story/cast.js';
import { declined, nothingFits } from './story/declined.js';
import { despite } from './story/despite.js';
import { held, moved, reported } from './story/held.js';
import { imported } from './story/imported.js';
import { planned } from './story/planned.js';
import { silence } from './story/silence.js';
import { Stage } from './story/stage.js';
import { Teller } from './story/teller.js';

try {
  const cast = await castOf(readConfig(process.env).LEERBRUG_DATA);
  const stage = await Stage.of(cast);
  const teller = new Teller((text) => void process.stdout.write(text));
  const chapter = (title: string) => void process.stdout.write(`\n${title}\n\n`);
  process.stdout.write(`Van partnerlijst tot verslag, op ${cast.url}\n\n`);
  await imported(stage, teller);
  chapter('Van aanvraag tot afspraak');
  const lesson = await agreed(stage, teller);
  chapter('Zelf boeken');
  await booked(stage, teller);
  chapter('Een ronde');
  await planned(stage, teller);
  chapter('Als het anders loopt');
  await despite(stage, teller);
  await declined(stage, teller);
  await nothingFits(stage, teller);
  await silence(stage, teller);
  chapter('Verzet, gehouden, geteld');
  const visit = await moved(stage, teller, lesson);
  await held(stage, teller, visit);
  await reported(stage, teller, visit);
  process.stdout.write('\nKlaar. Bekijk de mails op /api/demo/mailbox, of speel het nog een keer.\n');
} catch (error) {
  if (!(error instanceof Stopped) && !(error instanceof ConfigInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
