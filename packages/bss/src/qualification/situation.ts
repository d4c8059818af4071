import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Offering } from '../catalogue/offering.ts';
import type { Ref } from '../catalogue/read.ts';
import type { Holding } from '../catalogue/relations.ts';
import type { Found } from '../place/find-place.ts';
import type { Device } from './device.ts';
import type { Reason } from './reason.ts';
import type { JsonObject } from '../surface/body.ts';

/** A product of the customer's, as the rules see it. Cents with tax. */
export interface Owned extends Ref {
  offering: Offering | undefined;
  status: string;
  monthly: number;
  /** End of the commitment; in the past or undefined when there is none. */
  committedUntil: number | undefined;
  /** Where it is installed, as the inventory says it. */
  place: JsonObject | undefined;
}

/** What the person who asks may do in the company they ask for (C04). */
export interface Policy {
  person: Ref;
  organization: Ref;
  /** Undefined for somebody who has no role there. */
  role: string | undefined;
  /** False for a role that may look and not order. */
  mayOrder: boolean;
  /** Names of categories and ids of offerings that may be ordered; undefined for all. */
  allowed: { categories: ReadonlySet<string>; offerings: ReadonlySet<string> } | undefined;
  /** Cents a month that one order may come to; undefined without a limit. */
  monthlyLimit: number | undefined;
  /** Who can say yes: the nearest administrator. */
  approver: Ref | undefined;
}

/** What is known of who asks; everything unknown is left out and judged by nobody. */
export interface Applicant {
  segment: string | undefined;
  owned: readonly Owned[];
  creditScore: number | undefined;
  /** Cents past their due date, on all accounts. */
  overdue: number;
  /** Cents owed on bills, and how many may be owed; undefined without a limit. */
  due: number;
  creditLimit: number | undefined;
  identityProven: boolean | undefined;
  /** Years, today. */
  age: number | undefined;
  policy: Policy | undefined;
}

export type Action = 'add' | 'modify' | 'delete' | 'noChange';

/** One thing that is asked for. */
export interface Wanted {
  itemId: string;
  action: Action;
  offering: Offering;
  quantity: number;
  /** How many of each part of a bundle. */
  taken: ReadonlyMap<string, number>;
  /** The product that is changed or ended, where it is known. */
  target: Owned | undefined;
  /** When it shall be ended or changed; undefined for as soon as can be. */
  wantedOn: number | undefined;
  place: Found | undefined;
  /** The device it shall be used with, where one is named. */
  device: Device | undefined;
}

/** Everything a rule may look at. Pure data: the engine reads no store and no clock. */
export interface Situation {
  now: number;
  catalogue: Catalogue;
  wanted: Wanted;
  /** What is owned or asked for beside it, without what it takes the place of. */
  beside: readonly Holding[];
  /** Devices that are owned or asked for, by which a requirement can be met. */
  devices: readonly Device[];
  applicant: Applicant | undefined;
  /** Pieces of an offering that can be sent, by its id; an offering that is not in it needs none. */
  stock: ReadonlyMap<string, number>;
}

/** One family of reasons. Answers none when nothing speaks against it. */
export type Rule = (situation: Situation) => Reason[];
