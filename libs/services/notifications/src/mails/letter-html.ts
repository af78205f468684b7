import { noticeTitle, oneLine, subjectOf, type Bundle, type Fact, type Letter } from './letter.js';

const ink = '#16232B';
const paper = '#FBFAF7';
const surface = '#FFFFFF';
const line = '#D9D5CC';
const bridge = '#0B5D68';
/** Sun waits for the reader, meadow is agreed, brick is over, sky informs. */
const tones: Record<Letter['tone'], string> = {
  asks: '#B4530A',
  agreed: '#2F6B2F',
  over: '#A32A2A',
  tells: '#2B5797',
};

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it reads in HTML, in an attribute too; line breaks stay. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string).replaceAll('\n', '<br>');
}

export function asHtml(letter: Letter): string {
  const { otherwise, footer = [] } = letter;
  return page(letter, [
    first(letter.ask, letter.tone),
    ...core(letter),
    ...otherwise.map(line8),
    sheetOf(letter),
    ...foot(footer),
  ]);
}

export function bundleAsHtml(bundle: Bundle): string {
  const sections = bundle.sections.flatMap(({ letter, also }) => [
    `<h2 style="margin:32px 0 8px;padding-top:16px;border-top:1px solid ${line};font-size:18px">${escaped(oneLine(letter.subject))}</h2>`,
    line8(letter.ask),
    ...core(letter),
    sheetOf(letter),
    ...also.flatMap((more) => [line8(more.ask), ...core(more), sheetOf(more)]),
  ]);
  return page(bundle, [first(bundle.ask, 'tells'), ...sections, ...foot(bundle.footer)]);
}

function page({ lang, subject }: Pick<Letter, 'lang' | 'subject'>, blocks: readonly string[]): string {
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(subjectOf({ subject }))}</title></head>`,
    `<body style="margin:0;background:${paper};color:${ink};font:16px/1.5 'Source Sans 3',Verdana,sans-serif">`,
    '<div style="max-width:560px;margin:0 auto;padding:24px 16px">',
    ...blocks,
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid ${line};color:${bridge}">Leerbrug</p>`,
    '</div></body></html>',
  ].join('\n');
}

const first = (ask: string, tone: Letter['tone']): string =>
  `<p style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid ${tones[tone]};font-size:18px;font-weight:600">${escaped(ask)}</p>`;

function core(letter: Letter): string[] {
  const { facts, notes } = letter;
  return [
    facts.length > 0 ? card(facts) : '',
    notes.length > 0 ? heading(noticeTitle(letter)) + list(notes) : '',
    ...ways(letter),
  ];
}

const ways = ({ button, action }: Letter): string[] => [
  `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${bridge};color:${surface};font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>`,
  action
    ? `<p style="margin:0 0 16px"><a href="${escaped(action.url)}" style="color:${bridge}">${escaped(action.label)}</a></p>`
    : '',
];

function sheetOf({ sheet }: Letter): string {
  if (!sheet) return '';
  const { title, facts, lines } = sheet;
  return heading(title) + card(facts) + list(lines) + (sheet.code ? code(sheet.code) : '');
}

const code = ({ label, url, cid }: NonNullable<NonNullable<Letter['sheet']>['code']>): string =>
  `<p style="margin:0 0 16px"><a href="${escaped(url)}" style="color:${bridge}">${escaped(label)}</a><br>` +
  `<img src="cid:${escaped(cid)}" width="160" height="160" alt="${escaped(label)}"></p>`;

const line8 = (text: string): string => `<p style="margin:0 0 8px">${escaped(text)}</p>`;

const foot = (lines: readonly string[]): string[] =>
  lines.map((text) => `<p style="margin:16px 0 0;font-size:14px">${escaped(text)}</p>`);

function heading(text: string): string {
  return `<h2 style="margin:24px 0 8px;font-size:16px">${escaped(text)}</h2>`;
}

function card(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ label, text }) =>
      `<dt style="font-weight:600">${escaped(label)}</dt><dd style="margin:0 0 8px">${escaped(text)}</dd>`,
  );
  return `<dl style="margin:0 0 16px;padding:16px;border:1px solid ${line};border-radius:8px;background:${surface}">${rows.join('')}</dl>`;
}

function list(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<ul style="margin:0 0 16px;padding-left:20px">${lines.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>`;
}
