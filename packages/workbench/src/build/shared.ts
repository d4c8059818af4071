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
      'number object optional record refine regex string trim unknown'
    ).split(' '),
  },
  // Pages parse nothing themselves, the client does: of the contracts they use the types alone.
  { id: '@faceplate/contracts', prefix: 'contracts', names: ['Ended', 'GrantList', 'Session'] },
  { id: '@faceplate/client', prefix: 'client' },
  { id: '@faceplate/localize', prefix: 'localize' },
  { id: '@faceplate/ui', prefix: 'ui' },
  { id: '@faceplate/ui/define.js', prefix: 'ui_define' },
  { id: '@faceplate/ui/define-chart-bars.js', prefix: 'ui_define_chart_bars' },
  { id: '@faceplate/portlet-kit', prefix: 'kit' },
  { id: '@faceplate/portlet-kit/define.js', prefix: 'kit_define' },
];

/** What may never be in a portlet twice: a second Lit, or a second zod, on the page. */
export const SHARED_FAMILIES = /^(lit|lit-html|lit-element|@lit\/[^/]+|zod)(\/|$)/;
