'use strict';

/**
 * The arrows of ARCHITECTURE.md: who may import whom, one sentence a rule. `pnpm check arrows` runs them, and a test in
 * packages/workbench proves that each of them fires.
 */

const TESTS = '\\.(test|page)\\.ts$|/testing/|\\.journey\\.ts$';
const OURS = '^(shared|portlets|shell|mocks|packages)/';

/** Everything of ours but these rooms. */
const allBut = (...rooms) => ({ path: OURS, pathNot: rooms.map((room) => `^${room}/`) });

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-circles', 'Two files that need each other are one file, or need a third.', {}, { circular: true }),
    rule('resolvable', 'An import that leads nowhere fails for everybody who installs us.', {}, { couldNotResolve: true }),
    rule('contracts-stand-alone', 'Contracts are what all others agree on, so they lean on nobody.', { path: '^shared/contracts/src/' }, allBut('shared/contracts')),
    rule('domain-knows-contracts', 'Domain rules are pure: they know contracts and nothing else.', { path: '^shared/domain/src/' }, allBut('shared/domain', 'shared/contracts')),
    rule('client-knows-contracts-and-domain', 'The client speaks the contracts; who draws what it brings is not its business.', { path: '^shared/client/src/' }, allBut('shared/client', 'shared/contracts', 'shared/domain')),
    rule('localize-stands-alone', 'Words and figures serve every room, so they lean on none.', { path: '^shared/localize/src/' }, { ...allBut('shared/localize'), dependencyTypesNot: ['type-only'] }),
    rule('ui-knows-localize', 'Design-system elements know words, and nothing of what they show.', { path: '^shared/ui/src/' }, allBut('shared/ui', 'shared/localize')),
    rule('kit-knows-client-ui-localize', 'The kit makes a client, draws states and speaks; it knows no errand.', { path: '^shared/portlet-kit/src/' }, allBut('shared/portlet-kit', 'shared/contracts', 'shared/client', 'shared/ui', 'shared/localize')),
    rule('kit-reads-contract-types-only', 'Schemas in the kit would be parsed twice: the client has done it.', { path: '^shared/portlet-kit/src/', pathNot: TESTS }, { path: '^shared/contracts/', dependencyTypesNot: ['type-only'] }),
    rule('portlets-are-islands', 'A portlet ships alone, so it never knows another portlet.', { path: '^portlets/([^/]+)/' }, { path: '^portlets/', pathNot: '^portlets/$1/' }),
    rule('portlets-know-no-host', 'A portlet runs on any page, so it never knows the shell or what is deployed beside it.', { path: '^portlets/[^/]+/src/' }, { path: '^(shell|packages)/' }),
    rule('portlets-mock-in-tests-only', 'A customer never loads the mocks.', { path: '^portlets/[^/]+/src/', pathNot: TESTS }, { path: '^mocks/' }),
    rule('portlets-read-contract-types-only', 'The client has parsed what a portlet gets; a schema here is weight.', { path: '^portlets/[^/]+/src/', pathNot: TESTS }, { path: '^shared/contracts/', dependencyTypesNot: ['type-only'] }),
    rule('components-never-fetch', 'Inner components get properties and send events; only the root element talks to the client.', { path: '^portlets/[^/]+/src/components/' }, { path: '^shared/client/' }),
    rule('shell-loads-portlets-by-url', 'A portlet that fails to load must leave the portal standing.', { path: '^shell/src/' }, { path: '^portlets/' }),
    rule('shell-knows-no-service', 'The portal speaks to services through the client.', { path: '^shell/src/' }, { path: '^packages/' }),
    rule('shell-mocks-in-tests-only', 'A customer never loads the mocks.', { path: '^shell/src/', pathNot: TESTS }, { path: '^mocks/' }),
    rule('gateway-knows-contracts-and-domain', 'The gateway reaches BSS and identity provider by HTTP, or is handed a fetch.', { path: '^packages/gateway/src/', pathNot: TESTS }, allBut('packages/gateway', 'shared/contracts', 'shared/domain')),
    rule('gateway-never-knows-other-services', 'Its tests may hand it the fetch of the reference BSS or provider; nothing else of ours is ever needed.', { path: '^packages/gateway/src/' }, { path: '^(portlets|shell|shared/(client|portlet-kit|ui|localize)|packages/(?!gateway/|bss/|idp/|psp/))' }),
    rule('bss-knows-money-and-calendar', 'The BSS speaks TM Forum alone; of ours it borrows how money and days are counted, and what a service level comes to.', { path: '^packages/bss/src/' }, { path: OURS, pathNot: ['^packages/bss/', '^shared/domain/src/(money|calendar|service-level)[/.]'] }),
    rule('bss-carries-no-proofs', 'What is deployed must not carry along what proves it.', { path: '^packages/bss/src/(?!proofs/)', pathNot: TESTS }, { path: '^packages/bss/src/(proofs|testing)/' }),
    rule('idp-stands-alone', 'The reference identity provider is replaced by the operator’s own, so nothing may grow around it.', { path: '^packages/idp/src/' }, allBut('packages/idp')),
    rule('psp-stands-alone', 'The reference payment provider is replaced by the operator’s own, so nothing may grow around it.', { path: '^packages/psp/src/' }, allBut('packages/psp')),
    rule('probe-stands-alone', 'The probe runs where nothing else of ours does: at an operator who has not installed us yet.', { path: '^packages/probe/src/', pathNot: TESTS }, { ...allBut('packages/probe', 'shared/contracts'), dependencyTypesNot: ['type-only'] }),
    rule('mocks-are-the-real-apps', 'Mocks mount the gateway, the BSS and the payment provider; they know no portlet and no shell.', { path: '^mocks/src/' }, allBut('mocks', 'shared/contracts', 'shared/domain', 'packages/gateway', 'packages/bss', 'packages/psp')),
    rule('shared-knows-no-portlet', 'What all stand on knows none of those who stand on it.', { path: '^shared/' }, { path: '^(portlets|shell|packages)/' }),
    rule('web-standard-outside-node', 'Gateway and BSS run in a browser too; what needs Node lives under node/, and what proves them under proofs/.', { path: '^packages/(gateway|bss)/src/(?!node/|proofs/)', pathNot: TESTS }, { path: '^packages/$1/src/node/' }),
    rule('no-node-in-a-browser', 'A browser has no Node modules.', { path: '^(shared|portlets|shell|mocks)/|^packages/(gateway|bss|psp)/src/(?!node/|proofs/)', pathNot: [TESTS, '\\.config\\.ts$'] }, { dependencyTypes: ['core'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/fixtures/', '/template/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@faceplate/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
