import { Body, Controller, Param, Patch } from '@nestjs/common';
import { PatchRegionBody, RegionView } from '#libs/contracts';
import { Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { ShowRegion } from '../find-regions/show-region.js';
import { missing } from '../missing.js';
import { ChangeRegion } from './change-region.js';

@Controller('api/regions')
export class ChangeRegionController {
  constructor(
    private readonly change: ChangeRegion,
    private readonly view: ShowRegion,
  ) {}

  @Patch(':id')
  @Policy('regions.change')
  @Answers(RegionView)
  async patch(
    @Param('id') id: string,
    @Body() body: PatchRegionBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    await this.change.execute({ id, body, actor }, cause);
    const region = await this.view.of(id, actor);
    if (!region) throw missing();
    return region;
  }
}
