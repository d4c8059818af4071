import litA11y from 'eslint-plugin-lit-a11y';

type Bag = Record<PropertyKey, unknown>;

/** `target` as it is, except for `own`. Methods stay bound to the real one, which may look at its private fields. */
function except(target: object, own: Bag): object {
  return new Proxy(own, {
    has: (_own, key) => key in own || key in target,
    get: (_own, key) => {
      if (key in own) return own[key];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The plugin's rules keep notes on the parser's services, which oxlint has frozen: each gets some of its own. */
function withNotes(context: { readonly sourceCode: object }): object {
  const parserServices = {};
  return except(context, { parserServices, sourceCode: except(context.sourceCode, { parserServices }) });
}

export default {
  meta: { name: 'lit-a11y' },
  rules: Object.fromEntries(
    Object.entries(litA11y.rules).map(([name, rule]) => [
      name,
      { ...rule, create: (context: { readonly sourceCode: object }) => rule.create(withNotes(context)) },
    ]),
  ),
};
