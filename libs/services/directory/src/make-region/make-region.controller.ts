import { Body, Controller, Post } from '@nestjs/common';
import { PostRegionBody, RegionView } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { ShowRegion } from '../find-regions/show-region.js';
import { missing } from '../missing.js';
import { MakeRegion } from './make-region.js';

@Controller('api/regions')
export class MakeRegionController {
  constructor(
    private readonly make: MakeRegion,
    private readonly view: ShowRegion,
  ) {}

  @Post()
  @Policy('regions.add')
  @Answers(RegionView, 201)
  async post(@Body() body: PostRegionBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.make.execute(body, cause);
    const region = await this.view.of(document.id, actor);
    if (!region) throw missing();
    return new Answer(region.body, region.rev, status);
  }
}
