import type { Mail } from '#libs/ports/mailer/port';

export type Kind =
  | 'question'
  | 'change'
  | 'nudge'
  | 'option'
  | 'option-lapses'
  | 'confirmation'
  | 'check'
  | 'reminder'
  | 'figures'
  | 'figures-again'
  | 'thank-you'
  | 'again'
  | 'recorded'
  | 'change-dropped'
  | 'rest-cancelled'
  | 'change-withdrawn'
  | 'contact-changed'
  | 'handed-over'
  | 'ending'
  | 'receipt'
  | 'unmet'
  | 'withdrawn'
  | 'idle-groups'
  | 'idle-schools';

/** What one mail says of one thing, as its reader takes it. */
export interface Said {
  readonly kind: Kind;
  readonly matchId: string | null;
  readonly requestId: string | null;
  /** Heading and words of this piece alone. */
  readonly text: string;
}

/** The first line that says what is asked of the reader, by kind; the first that fits counts. */
const asks: readonly (readonly [Kind, RegExp])[] = [
  [
    'change',
    /^(Zeg .* of (deze andere tijd|dit andere aantal) |Say .* whether (this other time|these other numbers) )/,
  ],
  ['question', /^(Zeg .* of (dit|je dit) |Say .* whether (this|you want) )/],
  ['nudge', /^(We wachten op je antwoord|We wait for your answer)/],
  ['option', /^(Deze plek is voor je vastgehouden|This place is kept for you)/],
  ['option-lapses', /^(Wil je deze plek\? Bevestig|Do you want this place\? Confirm)/],
  [
    'confirmation',
    /^(Het is afgesproken\.|It is agreed\.|Je bent nu de contactpersoon|You are now the contact|De wijziging is afgesproken|The change is agreed|.* koos een tijd die|.* has chosen a time)/,
  ],
  [
    'contact-changed',
    /(Je hoeft niets te doen; de bijlage werkt je agenda bij|There is nothing to do; the attachment updates your calendar)/,
  ],
  ['handed-over', /(neemt deze afspraak van je over|takes this appointment over from you)/],
  ['check', /(Klopt (alles nog|verder alles)|Is (everything still|all else) right)\?/],
  ['reminder', /(Hieronder vind je wat je nodig hebt|Below is what you need)\.$/],
  [
    'figures',
    /^(Hoeveel (leerlingen|uur)|How many (pupils|hours)|Twee vragen, tien seconden|Two questions, ten)/,
  ],
  ['thank-you', /^(Bedankt voor je bijdrage|Thank you for what you did)/],
  ['again', /(deden jullie dit met|you did this with) .*(Nog een keer|Once more)\?/],
  ['recorded', /(heeft vastgelegd dat dit er was|has recorded that this took place)/],
  ['idle-groups', /(dit schooljaar nog niets met techniek|did nothing with technology this school year)/],
  ['idle-schools', /^(Deze groepen deden dit schooljaar|These groups did nothing this)/],
];

/** Kinds that always come alone are known by the subject. */
const subjects: readonly (readonly [Kind, RegExp])[] = [
  ['receipt', /^(Je aanvraag is binnen|We have your request)/],
  [
    'unmet',
    /^((Nog n|N)iet( voor iedereen)? gelukt|Not (yet|found)( for everybody)?|We wachten op je antwoord|We wait for your answer):/,
  ],
  ['rest-cancelled', /^(Gaat verder niet door|No more of it):/],
  ['withdrawn', /^(Aanvraag ingetrokken|Request withdrawn):/],
  ['change-withdrawn', /^(Wijziging ingetrokken|Change taken back):/],
  ['change-dropped', /^(Je wijziging gaat niet door|Your change is not made)/],
  [
    'ending',
    /^(Gaat niet door|Niet doorgegaan|Optie vervallen|Does not take place|Did not take place|Option lapsed):/,
  ],
];

const heading = /^\d+\. /;
const onceMore = /^(\d+\. )?(Nog even|One more time):/;

/** What a mail says, piece by piece; empty when nobody could tell what it is about. */
export function readMail({ subject, text }: Pick<Mail, 'subject' | 'text'>): Said[] {
  const alone = kindIn(subjects, subject);
  if (alone) return [said(alone, `${subject}\n\n${text}`)];
  const blocks = text.split('\n\n');
  const starts = blocks.flatMap((block, at) => (kindIn(asks, block) ? [at] : []));
  return starts.map((at, nth) => {
    const own = blocks.slice(at, starts[nth + 1] ?? blocks.length);
    const before = blocks[at - 1] ?? '';
    const title = heading.test(before) ? before : starts.length === 1 ? subject : '';
    const kind = kindIn(asks, blocks[at] ?? '') as Kind;
    return said(
      kind === 'figures' && onceMore.test(title) ? 'figures-again' : kind,
      `${title}\n\n${own.join('\n\n')}`,
    );
  });
}

const kindIn = (known: typeof asks, line: string): Kind | undefined =>
  known.find(([, words]) => words.test(line))?.[0];

const said = (kind: Kind, text: string): Said => ({
  kind,
  matchId: /\/afspraken\/([\w-]+)/.exec(text)?.[1] ?? null,
  requestId: /\/aanvragen\/(?!nieuw)([\w-]+)/.exec(text)?.[1] ?? null,
  text,
});
