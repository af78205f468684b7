import type { Lang } from '#libs/facts';

export interface Fact {
  readonly label: string;
  /** May have several lines. */
  readonly text: string;
}

/** Who reads a mail, and from where. */
export interface Reader {
  readonly side: 'school' | 'partner';
  readonly lang: Lang;
  /** The Dutch calendar day. */
  readonly today: string;
}

/** One mail before it is text or HTML. */
export interface Letter {
  readonly lang: Lang;
  /** `asks` something, says that it is `agreed` or `over`, or just `tells`. */
  readonly tone: 'asks' | 'agreed' | 'over' | 'tells';
  readonly subject: string;
  /** The first line: what is asked of the reader. */
  readonly ask: string;
  readonly facts: readonly Fact[];
  /** What to know before answering. */
  readonly notes: readonly string[];
  readonly button: { readonly label: string; readonly url: string };
  /** Answering without signing in. */
  readonly action?: { readonly label: string; readonly url: string };
  /** How to answer otherwise. */
  readonly otherwise: readonly string[];
  /** What everyone needs on the day. */
  readonly sheet?: {
    readonly title: string;
    readonly facts: readonly Fact[];
    readonly lines: readonly string[];
  };
}

const longestSubject = 150;

/** One line without control characters: titles may hold line breaks, headers may not. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

export function subjectOf({ subject }: Letter): string {
  const line = oneLine(subject);
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject - 1).trimEnd()}…`;
}

/** What is read where HTML is not: the same words in the same order. */
export function asText(letter: Letter): string {
  const { ask, facts, notes, button, action, otherwise, sheet } = letter;
  const blocks = [
    ask,
    facts.map(factLine).join('\n'),
    listed(noticeTitle(letter), notes),
    `${button.label}:\n${button.url}`,
    action ? `${action.label}:\n${action.url}` : '',
    otherwise.join('\n'),
    ...(sheet ? [`${sheet.title}\n\n${sheet.facts.map(factLine).join('\n')}`, listed('', sheet.lines)] : []),
    'Leerbrug',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

export function noticeTitle({ lang }: Letter): string {
  return lang === 'nl' ? 'Goed om te weten' : 'Good to know';
}

function factLine({ label, text }: Fact): string {
  return `${label}: ${text.replaceAll('\n', '\n  ')}`;
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [...(title ? [title] : []), ...lines.map((line) => `- ${line}`)].join('\n');
}
