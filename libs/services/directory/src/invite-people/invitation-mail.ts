import type { Role } from '#libs/contracts';
import type { Mail } from '#libs/ports/mailer/port';
import type { Invitation } from '../domain/invitation.js';

interface Told {
  readonly invitation: Invitation;
  readonly id: string;
  /** Who invites; undefined when they left. */
  readonly inviter?: string;
  /** The school, organisation or regions. */
  readonly place: string;
  readonly publicUrl: string;
}

const roleWords: Readonly<Record<'nl' | 'en', Readonly<Record<Role, string>>>> = {
  nl: {
    teacher: 'leerkracht of docent',
    'school-admin': 'beheerder van de school',
    partner: 'contactpersoon',
    'partner-admin': 'beheerder van de organisatie',
    coordinator: 'coördinator',
    reader: 'meelezer',
    operator: 'beheerder van deze Leerbrug',
  },
  en: {
    teacher: 'teacher',
    'school-admin': 'admin of the school',
    partner: 'contact',
    'partner-admin': 'admin of the organisation',
    coordinator: 'coordinator',
    reader: 'reader',
    operator: 'operator of this Leerbrug',
  },
};

/** Who invites whom into what, and how to accept: signing in with this very address. The link alone does nothing. */
export function invitationMail({ invitation, id, inviter, place, publicUrl }: Told): Mail {
  const { language, role, email, name, timesSent, expiresAt } = invitation;
  const nl = language === 'nl';
  const as = role.title ?? roleWords[language][role.role];
  const who = inviter ?? 'Leerbrug';
  const base = publicUrl.replace(/\/+$/, '');
  const link = `${base}/inloggen`;
  const until = expiresAt.slice(0, 10);
  const into = place ? (nl ? ` bij ${place}` : ` at ${place}`) : '';
  const lines = nl
    ? [
        `${who} nodigt je uit voor Leerbrug, als ${as}${into}.`,
        'Leerbrug brengt scholen in contact met bedrijven, musea en andere partners die techniek laten zien.',
        `Meedoen? Open de pagina hieronder en vraag een code aan met dit e-mailadres (${email}). Dat kan tot en met ${until}.`,
        'Ken je degene die je uitnodigt niet? Dan hoef je niets te doen.',
      ]
    : [
        `${who} invites you to Leerbrug, as ${as}${into}.`,
        'Leerbrug brings schools together with companies, museums and other partners who show technology.',
        `Join? Open the page below and ask for a code with this address (${email}), until ${until}.`,
        'You do not know who invites you? Then there is nothing to do.',
      ];
  const subject = oneLine(nl ? `Uitnodiging voor Leerbrug${into}` : `Invitation to Leerbrug${into}`);
  const [first = '', second = '', third = '', last = ''] = lines.map(oneLine);
  return {
    messageId: `invitation-${id}-${timesSent}@${URL.canParse(base) ? new URL(base).hostname : 'leerbrug'}`,
    to: { name: oneLine(name ?? ''), email },
    subject: subject.length > 150 ? `${subject.slice(0, 149)}…` : subject,
    text: [first, second, third, link, last, 'Leerbrug', ''].join('\n\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      '<body style="margin:0;background:#FBFAF7;color:#16232B;font:16px/1.5 \'Source Sans 3\',Verdana,sans-serif">',
      '<div style="max-width:560px;margin:0 auto;padding:24px 16px">',
      ...[first, second, third].map((line) => `<p>${escaped(line)}</p>`),
      `<p><a href="${escaped(link)}">${escaped(link)}</a></p><p>${escaped(last)}</p><p>Leerbrug</p></div></body></html>`,
    ].join('\n'),
    attachments: [],
  };
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
