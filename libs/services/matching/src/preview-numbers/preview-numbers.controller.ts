import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CostsPreviewView, PupilsChangeBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Answers, CurrentActor, Policy, type Actor } from '#libs/runtime';
import { changeNumbers } from '../domain/changes.js';
import { ShowMatch, ownSide } from '../list-matches/show-match.js';

@Controller('api/matches')
export class PreviewNumbersController {
  constructor(
    private readonly show: ShowMatch,
    private readonly clock: Clock,
  ) {}

  /** What other numbers would cost, at the price that was agreed; refused as the change itself. Nothing is stored. */
  @Post(':id/pupils/preview')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(CostsPreviewView)
  async preview(
    @Param('id') id: string,
    @Body() { groups }: PupilsChangeBody,
    @CurrentActor() actor: Actor,
  ): Promise<CostsPreviewView> {
    const { state: match } = await this.show.forAnswer(id, actor);
    const by = { actor: actor.id, now: this.clock.now(), side: ownSide(actor, match) ?? 'school' };
    const { wanted } = changeNumbers(match, groups, '', by).state;
    return { costs: wanted?.costs ?? match.costs };
  }
}
