import { noticeTitle, subjectOf, type Fact, type Letter } from './letter.js';

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
  const { lang, tone, ask, facts, notes, button, action, otherwise, sheet } = letter;
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(subjectOf(letter))}</title></head>`,
    `<body style="margin:0;background:${paper};color:${ink};font:16px/1.5 'Source Sans 3',Verdana,sans-serif">`,
    '<div style="max-width:560px;margin:0 auto;padding:24px 16px">',
    `<p style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid ${tones[tone]};font-size:18px;font-weight:600">${escaped(ask)}</p>`,
    card(facts),
    notes.length > 0 ? heading(noticeTitle(letter)) + list(notes) : '',
    `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${bridge};color:${surface};font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>`,
    action
      ? `<p style="margin:0 0 16px"><a href="${escaped(action.url)}" style="color:${bridge}">${escaped(action.label)}</a></p>`
      : '',
    ...otherwise.map((each) => `<p style="margin:0 0 8px">${escaped(each)}</p>`),
    sheet ? heading(sheet.title) + card(sheet.facts) + list(sheet.lines) : '',
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid ${line};color:${bridge}">Leerbrug</p>`,
    '</div></body></html>',
  ].join('\n');
}

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
