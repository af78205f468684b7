import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { IdText, roles, type Role } from '#libs/contracts';
import { Policy } from '#libs/runtime';
import { asItComes, type Person } from '../domain/person.js';
import { missing } from '../missing.js';
import { Reach } from '../resolve-actor/reach.js';
import { FindPeople } from './find-people.js';

class FindPeopleQuery {
  @IdText() region: string;
  @IsOptional() @IsIn(roles) role?: Role;
}

/** For other services of ours, which use the answer and do not keep it. */
@Controller('internal')
export class FindPeopleController {
  constructor(
    private readonly find: FindPeople,
    private readonly reach: Reach,
  ) {}

  @Get('people')
  @Policy('people.find')
  async list(@Query() { region, role }: FindPeopleQuery) {
    const found = await this.find.ofRegion(region, role);
    return { items: await Promise.all(found.map((person) => this.view(person))) };
  }

  @Get('people/:id')
  @Policy('people.find')
  async show(@Param('id') id: string) {
    const person = await this.find.one(id);
    if (!person) throw missing();
    return this.view(person);
  }

  @Get('organisations/:id/contacts')
  @Policy('people.find')
  async contacts(@Param('id') id: string) {
    const contacts = await this.find.contactsOf(id);
    if (!contacts) throw missing();
    return { items: await Promise.all(contacts.map((person) => this.view(person))) };
  }

  private async view(person: Person) {
    const { id, name, email, phone, language, deputyId, preferences = asItComes } = person;
    return {
      id,
      name,
      email,
      ...(phone ? { phone } : {}),
      language,
      ...(deputyId ? { deputyId } : {}),
      preferences,
      roles: await this.reach.of(person),
    };
  }
}
