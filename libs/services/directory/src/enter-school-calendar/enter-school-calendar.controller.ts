import { Body, Controller, Param, Patch } from '@nestjs/common';
import { SchoolCalendarBody, SchoolLocationView } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { schoolLocationView } from '../find-school-locations/school-location.view.js';
import { EnterSchoolCalendar } from './enter-school-calendar.js';

@Controller('api/school-locations')
export class EnterSchoolCalendarController {
  constructor(private readonly enter: EnterSchoolCalendar) {}

  @Patch(':id/calendar')
  @Policy('school-locations.change-calendar')
  @Answers(SchoolLocationView)
  async change(
    @Param('id') id: string,
    @Body() body: SchoolCalendarBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document } = await this.enter.execute({ id, body, actor }, cause);
    return new Answer(schoolLocationView(document, actor), document.rev);
  }
}
