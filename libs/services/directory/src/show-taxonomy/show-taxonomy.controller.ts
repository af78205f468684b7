import { Controller, Get, Query } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { HolidaysView, TaxonomyView, atField, holidayRegions, type HolidayRegion } from '#libs/contracts';
import {
  activityKinds,
  knownSchoolYears,
  publicHolidays,
  schoolHolidays,
  sectorFacts,
  sectors,
  taxonomy,
} from '#libs/facts';
import { Answers, Policy } from '#libs/runtime';
import { refuse } from '../domain/calendar.errors.js';

class HolidaysQuery {
  @IsIn(holidayRegions) holidayRegion: HolidayRegion;
  @Matches(/^\d{4}-\d{4}$/, { message: '$property must be a school year as 2026-2027' }) schoolYear: string;
}

/** Facts that everybody may know. */
@Controller('api')
export class ShowTaxonomyController {
  @Get('taxonomy')
  @Policy('taxonomy.read')
  @Answers(TaxonomyView)
  taxonomy() {
    return {
      ...taxonomy,
      activityKinds,
      sectors: sectors.map((id) => ({ id, ...sectorFacts[id] })),
    };
  }

  /** From and to are both holiday; `fixed: false` is the ministry's advice. */
  @Get('calendar/holidays')
  @Policy('taxonomy.read')
  @Answers(HolidaysView)
  holidays(@Query() { holidayRegion, schoolYear }: HolidaysQuery) {
    if (!knownSchoolYears.includes(schoolYear))
      throw refuse(
        'calendar.school-year-unknown',
        atField('schoolYear', 'unknown', `known are ${knownSchoolYears.join(', ')}`),
      );
    const daysOff = schoolYear
      .split('-')
      .flatMap((year) => publicHolidays(Number(year)))
      .filter(({ observedBy }) => observedBy === 'everyone')
      .map(({ date, name }) => ({ date, name }));
    return { holidayRegion, schoolYear, items: schoolHolidays(holidayRegion, schoolYear), daysOff };
  }
}
