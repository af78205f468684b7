import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { BookSlotBody, CostsPreviewView, MatchView } from '#libs/contracts';
import { Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { AnswerHeld } from '../make-match/answer-held.js';
import { BookSlot } from './book-slot.js';

@Controller('api/slots')
export class BookSlotController {
  constructor(
    private readonly useCase: BookSlot,
    private readonly held: AnswerHeld,
  ) {}

  /** Answers with the match: confirmed at once, or an option that lapses. */
  @Post(':id/bookings')
  @Policy('slots.book')
  @Answers(MatchView, 201, 202)
  async book(
    @Param('id') slotId: string,
    @Body() body: BookSlotBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const { document } = await this.useCase.execute(slotId, body, actor, cause);
    return this.held.execute(document, actor, prefer);
  }

  /** What booking it would cost; refused as the booking itself would be. Nothing is stored. */
  @Post(':id/bookings/preview')
  @HttpCode(200)
  @Policy('slots.book')
  @Answers(CostsPreviewView)
  preview(@Param('id') slotId: string, @Body() body: BookSlotBody, @CurrentActor() actor: Actor) {
    return this.useCase.preview(slotId, body, actor);
  }
}
