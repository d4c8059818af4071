import type { FaceplateClient } from '@faceplate/client';
import type { PartHost as AnyPartHost } from '@faceplate/portlet-kit';

/** What of the client this portlet uses. */
export type SlaClient = Pick<FaceplateClient, 'bills' | 'incidents' | 'plannedWork' | 'serviceLevels' | 'session'>;

/** What the portlet shows: the grid, a month of a service, or one of two pages by a name that is no service's. */
export type Page = 'grid' | 'month' | 'incidents' | 'planned-work';

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export type PartHost = AnyPartHost<SlaClient> & {
  readonly page: Page;
  /** On `incidents`: the one to show; empty for all. */
  readonly incidentId: string;
  /** Goes to a page of this portlet: `incidents/<id>`, `planned-work`; empty for the grid. */
  open(page: string): void;
};
