import type { FaceplateClient } from '@faceplate/client';
import type { PartHost as AnyPartHost } from '@faceplate/portlet-kit';

/** What of the client this portlet uses. */
export type SlaClient = Pick<FaceplateClient, 'bills' | 'plannedWork' | 'serviceLevels'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export type PartHost = AnyPartHost<SlaClient>;
