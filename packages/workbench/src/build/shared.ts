/**
 * What all portlets of a page share: one runtime file holds it, and portlet builds leave it out. Each name is exported
 * as `<prefix>_<name>`, because several of these modules use the same words (`map`, `date`, `string`).
 *
 * `names` limits a module that is too big to be carried whole; a build that needs another name says so.
 */
export interface SharedModule {
  readonly id: string;
  readonly prefix: string;
  readonly names?: readonly string[];
}

export const SHARED: readonly SharedModule[] = [
  { id: 'lit', prefix: 'lit' },
  {
    id: 'lit/decorators.js',
    prefix: 'decorators',
    names: ['property', 'state', 'query', 'queryAll', 'queryAssignedElements'],
  },
  { id: 'lit/directive.js', prefix: 'directive' },
  { id: 'lit/directives/keyed.js', prefix: 'keyed', names: ['keyed'] },
  { id: 'lit/directives/live.js', prefix: 'live', names: ['live'] },
  { id: 'lit/directives/repeat.js', prefix: 'repeat', names: ['repeat'] },
  { id: '@lit/context', prefix: 'context', names: ['createContext', 'ContextConsumer', 'ContextProvider'] },
  { id: '@lit/localize', prefix: 'lit_localize', names: ['msg', 'str', 'updateWhenLocaleChanges'] },
  { id: '@lit/task', prefix: 'task', names: ['Task', 'TaskStatus', 'initialState'] },
  {
    id: 'zod/mini',
    prefix: 'zod',
    names: (
      'array boolean catch discriminatedUnion enum extend int iso literal maximum maxLength minimum minLength ' +
      'nullable number object optional record refine regex string trim unknown url'
    ).split(' '),
  },
  // Pages parse nothing themselves, the client does: of the contracts they use the types alone, and a noun's part brings its own.
  { id: '@faceplate/contracts', prefix: 'contracts', names: ['Ended', 'GrantList', 'Session'] },
  { id: '@faceplate/client', prefix: 'client' },
  { id: '@faceplate/localize', prefix: 'localize' },
  { id: '@faceplate/ui', prefix: 'ui' },
  { id: '@faceplate/ui/define.js', prefix: 'ui_define' },
  { id: '@faceplate/ui/define-chart-bars.js', prefix: 'ui_define_chart_bars' },
  { id: '@faceplate/portlet-kit', prefix: 'kit' },
  { id: '@faceplate/portlet-kit/define.js', prefix: 'kit_define' },
];

/**
 * What several portlets need, and none before something is pressed: each a file of its own beside the runtime, fetched
 * with the late chunk that imports it, once a page (ADR 36). Named by what it is in `part-<prefix>-<hash>.js`.
 */
export const PARTS: readonly Pick<SharedModule, 'id' | 'prefix'>[] = [
  { id: '@faceplate/portlet-kit/waiting-file.js', prefix: 'waiting-file' },
  { id: '@faceplate/client/contact.js', prefix: 'contact' },
  { id: '@faceplate/portlet-kit/acting.js', prefix: 'acting' },
  { id: '@faceplate/portlet-kit/obstacles.js', prefix: 'obstacles' },
  ...'accounts bills cart incidents interactions offers orders payments places planned-work products reports service-levels tickets usage visitor'
    .split(' ')
    .map((noun) => ({ id: `@faceplate/client/nouns/${noun}.js`, prefix: noun })),
];

/** The one file of a page that holds what its portlets share. */
export interface Runtime {
  /** Name in the folder of the drop-in files, with its content hash. */
  readonly file: string;
  /** What each shared module offers. */
  readonly surface: Readonly<Record<string, readonly string[]>>;
  /** The file of each late part beside it, by the part's id. */
  readonly parts: Readonly<Record<string, string>>;
}

/** What may never be in a portlet twice: a second Lit, or a second zod, on the page. */
export const SHARED_FAMILIES = /^(lit|lit-html|lit-element|@lit\/[^/]+|zod)(\/|$)/;
