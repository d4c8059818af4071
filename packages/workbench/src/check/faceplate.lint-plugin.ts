/**
 * Lint rules of our own, for oxlint. What they forbid breaks a page under the policy we promise to live with: inline
 * styles, and markup that Lit does not check.
 */
interface Context {
  report(problem: { node: unknown; message: string }): void;
}

interface TaggedTemplate {
  readonly tag: { readonly name?: string };
  readonly quasi: { readonly quasis: readonly { readonly value: { readonly raw: string } }[] };
}

interface Import {
  readonly source: { readonly value: string } | null;
}

/** `style=` may stand in a sentence; as an attribute it follows white space inside a tag that is not closed yet. */
const STYLE_ATTRIBUTE = /<[a-z][^<>]*\sstyle\s*=/i;
const ELEMENT = /<(style|script)\b/i;

const strictTemplates = {
  create: (context: Context) => ({
    TaggedTemplateExpression(node: TaggedTemplate) {
      if (node.tag.name !== 'html' && node.tag.name !== 'svg') return;
      const text = node.quasi.quasis.map(({ value }) => value.raw).join('${}');
      if (STYLE_ATTRIBUTE.test(text)) {
        context.report({ node, message: 'No style attribute: a strict policy refuses it. Use a class, or styleProperties().' });
      }
      const element = ELEMENT.exec(text)?.[1];
      if (element) context.report({ node, message: `No <${element}> in a template: a strict policy refuses it.` });
    },
  }),
};

const FORBIDDEN = /^lit(-html)?\/directives\/(style-map|unsafe-html|unsafe-svg|unsafe-mathml)(\.js)?$/;

function refuse(context: Context, node: Partial<Import>): void {
  const from = node.source?.value ?? '';
  if (FORBIDDEN.test(from)) context.report({ node, message: `${from} writes what a strict policy refuses.` });
}

const strictImports = {
  create: (context: Context) => ({
    ImportDeclaration: (node: Import) => refuse(context, node),
    ExportNamedDeclaration: (node: Partial<Import>) => refuse(context, node),
  }),
};

export default {
  meta: { name: 'faceplate' },
  rules: { 'strict-templates': strictTemplates, 'strict-imports': strictImports },
};
