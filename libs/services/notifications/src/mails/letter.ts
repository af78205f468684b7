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
  /** Who reads a reply, and how to get fewer mails. */
  readonly footer?: readonly string[];
  /** What everyone needs on the day. */
  readonly sheet?: {
    readonly title: string;
    readonly facts: readonly Fact[];
    readonly lines: readonly string[];
    /** A page to open with a phone in the class; `cid` names its picture among the attachments. */
    readonly code?: { readonly label: string; readonly url: string; readonly cid: string };
  };
}

/** Several letters to one person in one mail; what is about one appointment stands together, the most pressing first. */
export interface Bundle {
  readonly lang: Lang;
  readonly subject: string;
  readonly ask: string;
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
}

export interface Section {
  readonly letter: Letter;
  /** What else there is to say about the same. */
  readonly also: readonly Letter[];
}

const longestSubject = 150;

/** One line without control characters: titles may hold line breaks, headers may not. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

export function subjectOf({ subject }: Pick<Letter, 'subject'>): string {
  const line = oneLine(subject);
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject - 1).trimEnd()}…`;
}

/** What is read where HTML is not: the same words in the same order. */
export function asText(letter: Letter): string {
  const { otherwise, footer = [] } = letter;
  return joined([...core(letter), otherwise.join('\n'), ...sheetOf(letter), ...footer, 'Leerbrug']);
}

/** The same of several letters in one mail; each is named by its subject. */
export function bundleAsText({ ask, sections, footer }: Bundle): string {
  const blocks = sections.flatMap(({ letter, also }, i) => [
    `${i + 1}. ${oneLine(letter.subject)}`,
    ...core(letter),
    ...sheetOf(letter),
    ...also.flatMap((more) => [...core(more), ...sheetOf(more)]),
  ]);
  return joined([ask, ...blocks, ...footer, 'Leerbrug']);
}

function core(letter: Letter): string[] {
  const { ask, facts, notes } = letter;
  return [ask, facts.map(factLine).join('\n'), listed(noticeTitle(letter), notes), ...ways(letter)];
}

function sheetOf({ sheet }: Letter): string[] {
  if (!sheet) return [];
  return [
    `${sheet.title}\n\n${sheet.facts.map(factLine).join('\n')}`,
    listed('', sheet.lines),
    sheet.code ? `${sheet.code.label}:\n${sheet.code.url}` : '',
  ];
}

const ways = ({ button, action }: Letter): string[] => [
  `${button.label}:\n${button.url}`,
  action ? `${action.label}:\n${action.url}` : '',
];

const joined = (blocks: readonly string[]): string =>
  `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

export function noticeTitle({ lang }: Pick<Letter, 'lang'>): string {
  return lang === 'nl' ? 'Goed om te weten' : 'Good to know';
}

function factLine({ label, text }: Fact): string {
  return `${label}: ${text.replaceAll('\n', '\n  ')}`;
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [...(title ? [title] : []), ...lines.map((line) => `- ${line}`)].join('\n');
}
