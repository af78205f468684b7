import { inboxKinds, type InboxKind, type Side } from '#libs/contracts';
import { both, inBoth, quoted } from '../mails/say.js';
import type { Words } from '../owners/views.js';

/** The sentence of a match that a person must look at, with who has the next move. */
export function sayAttention(kind: InboxKind, title: string, silent: readonly Side[]): Words {
  const what = titled(title);
  switch (kind) {
    case 'question-undelivered':
      return both(
        `De vraag over ${what.nl} is na een dag nog niet bezorgd. Jij bent aan zet: bel de contactpersoon.`,
        `The question about ${what.en} was not delivered within a day. It is your move: call the contact.`,
      );
    case 'question-undeliverable':
      return both(
        `De vraag over ${what.nl} kan niet worden bezorgd. Jij bent aan zet: bel, of noem een andere contactpersoon.`,
        `The question about ${what.en} cannot be delivered. It is your move: call, or name another contact.`,
      );
    case 'no-answer':
      return both(
        `Geen antwoord op de vraag over ${what.nl}. ${theSides(silent).nl} is aan zet; jij kunt bellen en namens hen antwoorden.`,
        `No answer to the question about ${what.en}. It is the move of ${theSides(silent).en}; you can call and answer for them.`,
      );
    case 'not-secured':
      return both(
        `De plek voor ${what.nl} is nog niet zeker. Wij proberen het opnieuw; jij kunt een ander voorstel kiezen.`,
        `The place for ${what.en} is not certain yet. We try again; you can choose another proposal.`,
      );
    case 'no-longer-fits':
      return both(
        `${what.nl} past niet meer. Jij bent aan zet: verzet de afspraak, of overleg met beide kanten.`,
        `${what.en} does not fit any more. It is your move: move the appointment, or talk to both sides.`,
      );
    case 'request-withdrawn':
      return both(
        `De school trok de aanvraag in, maar ${what.nl} is al afgesproken. Jij bent aan zet: vraag of het doorgaat.`,
        `The school withdrew its request, but ${what.en} is agreed already. It is your move: ask whether it goes on.`,
      );
    case 'contact-gone':
      return both(
        `De contactpersoon van ${what.nl} is er niet meer. Jij bent aan zet: noem een ander.`,
        `The contact of ${what.en} is gone. It is your move: name somebody else.`,
      );
    default:
      return both(
        `Kijk naar ${what.nl}: er is iets mee. Jij bent aan zet.`,
        `Look at ${what.en}: something is the matter. It is your move.`,
      );
  }
}

/** A reason of `matching`, which may say more behind its code. */
export function kindOfAttention(reason: string): InboxKind {
  return inboxKinds.find((kind) => reason === kind || reason.startsWith(`${kind}:`)) ?? 'attention';
}

const theSides = ([only, other]: readonly Side[]): Words => {
  if (only === 'school' && !other) return both('De school', 'the school');
  if (only === 'partner' && !other) return both('De partner', 'the partner');
  return both('De andere kant', 'the other side');
};

/** What it waits for: that somebody confirms who asks, a word of the school, or a proposal that is approved. */
export function sayHalfWay(title: string, waitsFor: 'who-asks' | 'school' | 'proposal'): Words {
  const what = titled(title);
  switch (waitsFor) {
    case 'who-asks':
      return both(
        `De helft van de tijd voor ${what.nl} is om, en niemand bevestigde nog wie het vraagt. Jij bent aan zet: bevestig of die op de school werkt. Daarna zoeken we voorstellen.`,
        `Half the time for ${what.en} has passed, and nobody confirmed yet who asks. It is your move: confirm whether they work at the school. Then we look for proposals.`,
      );
    case 'school':
      return both(
        `De helft van de tijd voor ${what.nl} is om. De school is aan zet: zij moet nog iets zeggen. Jij kunt bellen.`,
        `Half the time for ${what.en} has passed. It is the school’s move: it has to say something first. You can call.`,
      );
    case 'proposal':
      return both(
        `De helft van de tijd voor ${what.nl} is om, zonder afspraak. Jij bent aan zet: keur een voorstel goed, of roep partners op.`,
        `Half the time for ${what.en} has passed, without an appointment. It is your move: approve a proposal, or call partners.`,
      );
  }
}

export function sayRefused(title: string): Words {
  const what = titled(title);
  return both(
    `${what.nl} lukte niet: er stond iets in de weg. Jij bent aan zet: kies een ander voorstel.`,
    `${what.en} did not work out: something stood in the way. It is your move: choose another proposal.`,
  );
}

/** `more`: of those that fit only the best were counted. */
export function sayFreed(title: string, when: Words, fitting: number, more: boolean): Words {
  const what = titled(title);
  const fit = more
    ? both(`Minstens ${fitting} aanvragen passen`, `At least ${fitting} requests fit`)
    : fitting === 1
      ? both('Eén aanvraag past', 'One request fits')
      : both(`${fitting} aanvragen passen`, `${fitting} requests fit`);
  return both(
    `Er kwam een plek vrij bij ${what.nl}, ${when.nl}. ${fit.nl}. Jij bent aan zet: keur een voorstel goed.`,
    `A place came free at ${what.en}, ${when.en}. ${fit.en}. It is your move: approve a proposal.`,
  );
}

export function sayNoHost(title: string, when: Words, side: Side): Words {
  const what = titled(title);
  const at = side === 'school' ? both('de school', 'the school') : both('de partner', 'the partner');
  return both(
    `${what.nl} is ${when.nl}, en bij ${at.nl} is niemand genoemd die ontvangt. Jij bent aan zet: vraag wie er is.`,
    `${what.en} is ${when.en}, and nobody at ${at.en} is named as host. It is your move: ask who is there.`,
  );
}

export function sayHeld(title: string): Words {
  const what = titled(title);
  return both(
    `${what.nl} staat stil door een technische fout. De beheerder is aan zet; jij hoeft niets te doen.`,
    `${what.en} stands still because of a technical fault. It is the operator’s move; you need not do anything.`,
  );
}

/** `name` is empty for who is gone. */
export function sayMail(kind: 'mail-refused' | 'mail-given-up' | 'no-address', name: string): Words {
  const who = name ? both(name, name) : both('iemand die er niet meer is', 'somebody who is gone');
  switch (kind) {
    case 'mail-refused':
      return both(
        `Mail aan ${who.nl} komt niet aan. Jij bent aan zet: bel, en vraag het goede adres.`,
        `Mail to ${who.en} does not arrive. It is your move: call, and ask for the right address.`,
      );
    case 'mail-given-up':
      return both(
        `Mail aan ${who.nl} kon een dag lang niet weg. Jij bent aan zet: bel zelf.`,
        `Mail to ${who.en} could not leave for a day. It is your move: call yourself.`,
      );
    case 'no-address':
      return both(
        `Er is geen mailadres van ${who.nl}: die hoort niets. Jij bent aan zet: bel, en noem een ander of vraag een adres.`,
        `There is no address of ${who.en}: they hear nothing. It is your move: call, and name somebody else or ask for an address.`,
      );
  }
}

export function sayLate(many: number): Words {
  return both(
    `${many === 1 ? 'Eén bericht had' : `${many} berichten hadden`} al weg moeten zijn. De beheerder is aan zet.`,
    `${many === 1 ? 'One message' : `${many} messages`} should have gone by now. It is the operator’s move.`,
  );
}

export function sayClaim(name: string, school: string): Words {
  return both(
    `${name} zegt les te geven op ${school}. Jij bent aan zet: klopt dat?`,
    `${name} says that they teach at ${school}. It is your move: is that right?`,
  );
}

export function sayWithout(many: number): Words {
  return both(
    `${many === 1 ? 'Eén school kreeg' : `${many} scholen kregen`} dit schooljaar nog niets, en er staat niets gepland. Jij bent aan zet: bel er een.`,
    `${many === 1 ? 'One school' : `${many} schools`} had nothing this school year, and nothing is planned. It is your move: call one.`,
  );
}

const titled = (title: string): Words => inBoth((lang) => quoted(title, lang));
