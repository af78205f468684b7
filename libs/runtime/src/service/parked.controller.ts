import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { JSONSchema } from 'class-validator-jsonschema';
import { FreeText, moment, nullable, oneOf, refusals, text } from '#libs/contracts';
import { Policy } from '../access/access.guard.js';
import { parkedWhys, type ParkedEvent, type ParkedEvents, type ParkedWhy } from '../events/parked-events.js';
import { PageQuery, pageOf } from '../http/answer.js';
import { Answers, AnswersPage } from '../http/answers.js';
import { Command } from '../http/command.js';

export const PARKING = Symbol('parking');

/** A service's put-aside events and what can be done with them. */
export interface Parking {
  readonly service: string;
  readonly events: ParkedEvents;
  /** Handles it again, with all that waits behind it. @throws what the handler throws. */
  replay(parked: ParkedEvent): Promise<void>;
  drop(parked: ParkedEvent, reason: string): Promise<void>;
  /** Events not handled yet. */
  lag(): Promise<number>;
}

export const parkedRefusals = {
  'parked.missing': { kind: 'missing', says: 'There is no parked event with this id.' },
  'parked.closed': { kind: 'conflict', says: 'This event was replayed or dropped already.' },
  'parked.failed-again': { kind: 'conflict', says: 'The event failed again and stays parked.' },
} as const;

const refuse = refusals(parkedRefusals);

@JSONSchema({ example: { reason: 'Sent by a test program.' } })
export class DropParkedBody {
  @FreeText(500) reason: string;
}

/** One parked event, without what it carries. */
export class ParkedView {
  @text id: string;
  @text service: string;
  @text topic: string;
  @text key: string;
  @text eventId: string;
  @oneOf(parkedWhys) why: ParkedWhy;
  /** Class of the error and rule broken. */
  @text reason: string;
  @moment parkedAt: string;
  @oneOf(['parked', 'dropped', 'replayed']) state: 'parked' | 'dropped' | 'replayed';
  @nullable @text closedReason: string | null;
}

class ParkedWithEventView extends ParkedView {
  /** The event as it came, its first 64 Ki characters; null when it had no bytes. */
  @nullable @text event: string | null;
}

function view(parked: ParkedEvent) {
  const { id, service, topic, key, eventId, why, reason, parkedAt, state, closedReason } = parked;
  return { id, service, topic, key, eventId, why, reason, parkedAt, state, closedReason };
}

@Controller('api/parked')
export class ParkedController {
  constructor(@Inject(PARKING) private readonly parking: Parking) {}

  @Get()
  @Policy('parked.read')
  @AnswersPage(ParkedView)
  async list(@Query() query: PageQuery) {
    const { limit, after } = pageOf(query);
    const page = await this.parking.events.list(after, limit);
    return { items: page.items.map(view), next: page.next };
  }

  /** With the event as it came, so that an operator can see what is wrong with it. */
  @Get(':id')
  @Policy('parked.read')
  @Answers(ParkedWithEventView)
  async show(@Param('id') id: string) {
    const parked = await this.open(id, false);
    const event = parked.value === null ? null : Buffer.from(parked.value, 'base64').toString('utf8');
    return { ...view(parked), event: event === null ? null : event.slice(0, 64 * 1024) };
  }

  @Post(':id/replay')
  @HttpCode(200)
  @Policy('parked.decide')
  @Answers(ParkedView)
  async replay(@Param('id') id: string, @Command() _cause: unknown) {
    const parked = await this.open(id, true);
    try {
      await this.parking.replay(parked);
    } catch (error) {
      throw refuse('parked.failed-again', { facts: { reason: (error as Error).name } });
    }
    return view((await this.parking.events.get(id)) as ParkedEvent);
  }

  @Post(':id/drop')
  @HttpCode(200)
  @Policy('parked.decide')
  @Answers(ParkedView)
  async drop(@Param('id') id: string, @Body() body: DropParkedBody, @Command() _cause: unknown) {
    await this.parking.drop(await this.open(id, true), body.reason);
    return view((await this.parking.events.get(id)) as ParkedEvent);
  }

  private async open(id: string, stillParked: boolean): Promise<ParkedEvent> {
    const parked = await this.parking.events.get(id);
    if (!parked) throw refuse('parked.missing');
    if (stillParked && parked.state !== 'parked') throw refuse('parked.closed');
    return parked;
  }
}
