import PostalMime, { type Address, type Attachment } from 'postal-mime';
import type { Mail, MailAddress, MailAttachment } from '#libs/ports/mailer/port';

/** The mail as a mail program reads it out of the bytes that arrived. @throws when the invitation is not there twice */
export async function readMail(raw: Buffer): Promise<Mail> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'base64' });
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
  const unsubscribe = /^<([^<>]*)>$/.exec(header('list-unsubscribe') ?? '')?.[1];
  const oneClick = header('list-unsubscribe-post') === 'List-Unsubscribe=One-Click';
  if (oneClick !== Boolean(unsubscribe)) throw new Error('a link to unsubscribe goes with one click');
  const [replyTo, ...others] = email.replyTo ?? [];
  if (others.length > 0 || email.to?.length !== 1) throw new Error('one recipient and one for answers');
  return {
    messageId: (email.messageId ?? '').replace(/^<(.*)>$/, '$1'),
    to: addressOf(email.to[0]),
    ...(replyTo ? { replyTo: addressOf(replyTo) } : {}),
    ...(unsubscribe ? { unsubscribe: { url: unsubscribe } } : {}),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    attachments: attachmentsOf(email.attachments),
  };
}

function addressOf(address: Address | undefined): MailAddress {
  return { name: address?.name ?? '', email: address?.address ?? '' };
}

/** The invitation is one thing to its reader: buttons beside the text, and the same as a file. */
function attachmentsOf(all: readonly Attachment[]): MailAttachment[] {
  const buttons = all.filter(({ method }) => method !== undefined);
  const files = all.filter(({ method }) => method === undefined);
  return files.map((file) => {
    if (file.mimeType !== 'application/ics') return fileOf(file);
    const [calendar, ...more] = buttons;
    if (
      !calendar ||
      more.length > 0 ||
      calendar.content !== file.content ||
      calendar.disposition === 'attachment'
    )
      throw new Error('an invitation goes as buttons and as a file');
    const content = Buffer.from(base64Of(file), 'base64').toString();
    const contentType = `${calendar.mimeType}; method=${calendar.method}`;
    return { filename: file.filename ?? '', contentType, content };
  });
}

function fileOf(file: Attachment): MailAttachment {
  const { filename, mimeType, contentId } = file;
  const cid = contentId?.replace(/^<(.*)>$/, '$1');
  return {
    filename: filename ?? '',
    contentType: mimeType,
    content: base64Of(file),
    encoding: 'base64',
    ...(cid ? { cid } : {}),
  };
}

function base64Of({ content }: Attachment): string {
  return typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('base64');
}
