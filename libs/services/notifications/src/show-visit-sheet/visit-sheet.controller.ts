import { Controller, Get, Header, Param } from '@nestjs/common';
import { ContactsView, VisitSheetView } from '#libs/contracts';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Answers, AnswersText, CurrentActor, Policy, can, refuseChange, type Actor } from '#libs/runtime';
import { Links } from '../links.js';
import { calendarOf } from '../mails/calendar.js';
import { visitSheet } from '../mails/visit-sheet.js';
import { refuse } from '../notification.errors.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { ReadAppointment } from '../owners/read-appointment.js';
import type { Appointment, MatchView, PersonView } from '../owners/views.js';
import { knowEachOther, resourceOf } from '../owners/who-sees.js';

@Controller('api/matches')
export class VisitSheetController {
  constructor(
    private readonly owners: OwnerReads,
    private readonly appointments: ReadAppointment,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  @Get(':id/visit-sheet')
  @Policy('matches.read')
  @Answers(VisitSheetView)
  async sheet(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const match = await this.matchFor(id, actor);
    return visitSheet(await this.appointmentFor(match, actor));
  }

  /** Who is there on the day: nobody before both sides said yes, and only to them and their coordinator. */
  @Get(':id/contacts')
  @Policy('matches.read')
  @Answers(ContactsView)
  async contacts(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const match = await this.matchFor(id, actor);
    const { school, partner } = (await this.appointmentFor(match, actor)).contacts;
    return { ...(school ? { school: shown(school) } : {}), ...(partner ? { partner: shown(partner) } : {}) };
  }

  /** @throws Refusal `visits.not-agreed` while there is no time that both agreed to */
  @Get(':id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="afspraak.ics"')
  @Policy('matches.read')
  @AnswersText('text/calendar')
  async calendar(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<string> {
    const match = await this.matchFor(id, actor);
    if (match.calendarSequence === 0) throw refuse('visits.not-agreed');
    const isPartner = actor.roles.some(({ organisationId }) => organisationId === match.organisationId);
    const now = this.clock.now();
    const reader = { side: isPartner ? 'partner' : 'school', lang: 'nl', today: localDateOf(now) } as const;
    const url = this.links.match(id);
    const invitation = { method: 'PUBLISH', host: this.links.host(), url, now } as const;
    return calendarOf(await this.appointmentFor(match, actor), invitation, reader);
  }

  private async matchFor(id: string, actor: Actor): Promise<MatchView> {
    const match = await this.owners.match(id);
    if (!match || !can(actor, 'matches.read', resourceOf(match))) throw refuseChange('aggregate.missing');
    return match;
  }

  private async appointmentFor(match: MatchView, actor: Actor): Promise<Appointment> {
    const appointment = await this.appointments.of(match);
    const concerned = knowEachOther(match) && can(actor, 'matches.read-contacts', resourceOf(match));
    return concerned ? appointment : { ...appointment, contacts: {} };
  }
}

const shown = ({ name, phone }: PersonView) => ({ name, ...(phone ? { phone } : {}) });
