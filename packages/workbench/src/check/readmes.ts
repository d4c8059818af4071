import { readmeApis } from '../readme-api.ts';
import { inScope, type Step } from './finding.ts';

export const readmes: Step = {
  name: 'readmes',
  promise: "Each portlet's README says what its elements document.",
  async run(scope) {
    const stale = (await readmeApis(scope.root)).filter(({ path, now, wanted }) => inScope(scope, path) && now !== wanted);
    return { findings: stale.map(({ path }) => ({ where: path, message: 'The API table is not what the element says: run pnpm readmes.' })) };
  },
};
