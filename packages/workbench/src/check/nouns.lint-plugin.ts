/**
 * A page loads the nouns of the client that its files import (ADR 36). TypeScript knows a noun as soon as any file of a
 * room imports it, also one that loads later: so each file that uses a noun imports it.
 */
interface Context {
  report(problem: { node: unknown; message: string }): void;
}

interface Named {
  readonly type: string;
  readonly name?: string;
}

interface Member extends Named {
  readonly object: Member;
  readonly property: Named;
  readonly computed: boolean;
}

interface Declarator {
  readonly id: { readonly type: string; readonly properties?: readonly { readonly key?: Named }[] };
  readonly init: Member | null;
}

interface Import {
  readonly source: { readonly value: string };
  readonly specifiers: readonly unknown[];
}

const NOUNS = 'accounts bills cart interactions offers orders payments places products reports tickets usage visitor'.split(' ');
const FILES = new Map([...NOUNS.map((noun) => [noun, noun] as const), ['quotes', 'cart'], ['serviceLevels', 'service-levels']]);

/** `client`, `this.#client`, `host.services.client` */
const isClient = (node: Member | null | undefined): boolean =>
  node?.type === 'Identifier' ? node.name === 'client' : node?.type === 'MemberExpression' && !node.computed && node.property.name === 'client';

const loadedNouns = {
  create(context: Context) {
    const loaded = new Set<string>();
    const used: { node: unknown; file: string }[] = [];
    const use = (node: unknown, name: string | undefined) => {
      const file = FILES.get(name ?? '');
      if (file) used.push({ node, file });
    };
    return {
      ImportDeclaration({ source, specifiers }: Import) {
        const file = /^@faceplate\/client\/nouns\/(.+)\.js$/.exec(source.value)?.[1];
        // Types alone load nothing.
        if (file && specifiers.length === 0) loaded.add(file);
      },
      MemberExpression(node: Member) {
        if (!node.computed && isClient(node.object)) use(node, node.property.name);
      },
      VariableDeclarator({ id, init }: Declarator) {
        if (id.type === 'ObjectPattern' && isClient(init)) for (const { key } of id.properties ?? []) use(key, key?.name);
      },
      'Program:exit'() {
        for (const { node, file } of used.filter((one) => !loaded.has(one.file))) {
          context.report({ node, message: `Nothing here loads this: import '@faceplate/client/nouns/${file}.js';` });
        }
      },
    };
  },
};

export default {
  meta: { name: 'nouns' },
  rules: { loaded: loadedNouns },
};
