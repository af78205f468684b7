import { agreed } from './agreed.js';
import { booked } from './booked.js';
import type { Cast } from './cast.js';
import { declined, nothingFits } from './declined.js';
import { despite } from './despite.js';
import { held, moved, reported } from './held.js';
import { imported } from './imported.js';
import { planned } from './planned.js';
import { silence } from './silence.js';
import { Stage } from './stage.js';
import { Teller } from './teller.js';

/** The whole story, from a list of partners to the report. @throws Stopped that names the first step that does not hold */
export async function play(cast: Cast, write: (text: string) => void): Promise<void> {
  const stage = await Stage.of(cast);
  const teller = new Teller(write);
  const chapter = (title: string) => write(`\n${title}\n\n`);
  write(`Van partnerlijst tot verslag, op ${cast.url}\n\n`);
  await stage.beginAtWork();
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
  write('\nKlaar. Bekijk de mails op /api/demo/mailbox, of speel het nog een keer.\n');
}
