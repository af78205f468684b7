import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { ChoiceList, Line, TextList } from '../rules.js';
import { levels, sectors, type Level, type Sector } from '../words.js';
import { oneOf, text, texts, whole } from './shown.js';

/** POST /api/school-locations/:id/groups: a class of that school in the year of `?schoolYear=`. */
@JSONSchema({ example: { name: '7/8B', sector: 'po', grades: ['7', '8'], pupils: 26 } })
export class PostGroupBody {
  @Line(40) name: string;
  @IsIn(sectors) sector: Sector;
  @IsOptional() @TextList({ max: 8, length: 2 }) grades?: string[];
  @IsOptional() @ChoiceList(levels) levels?: Level[];
  @IsInt() @Min(1) @Max(500) pupils: number;
  /** Ids of people of this school. */
  @IsOptional() @TextList({ max: 10 }) teachers?: string[];
}

/** PATCH /api/groups/:id: the fields named change, the others stay. */
@JSONSchema({ example: { pupils: 24, state: 'known' } })
export class PatchGroupBody {
  @IsOptional() @Line(40) name?: string;
  @IsOptional() @TextList({ max: 8, length: 2 }) grades?: string[];
  @IsOptional() @ChoiceList(levels) levels?: Level[];
  @IsOptional() @IsInt() @Min(1) @Max(500) pupils?: number;
  @IsOptional() @TextList({ max: 10 }) teachers?: string[];
  /** `known` is the school's yes to a group that was proposed. */
  @IsOptional() @IsIn(['known', 'left']) state?: 'known' | 'left';
}

export class GroupView {
  @text id: string;
  @whole rev: number;
  @text schoolLocationId: string;
  /** `2026-2027` */
  @text schoolYear: string;
  @text name: string;
  @oneOf(sectors) sector: Sector;
  @texts grades: string[];
  @texts levels: string[];
  @whole pupils: number;
  @texts teachers: string[];
  /** `proposed` in August from last year's group, until the school says yes. */
  @oneOf(['known', 'proposed', 'left']) state: 'known' | 'proposed' | 'left';
}
