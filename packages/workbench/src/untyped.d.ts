declare module '@custom-elements-manifest/analyzer/index.js' {
  interface Compiler {
    createSourceFile(name: string, text: string, target: number, setParents: boolean): unknown;
    readonly ScriptTarget: { readonly ES2022: number };
  }
  export const ts: Compiler;
  export function create(options: { modules: unknown[]; plugins: unknown[] }): unknown;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): unknown[];
}

declare module 'eslint-plugin-lit-a11y' {
  const plugin: { readonly rules: Readonly<Record<string, { create(context: object): object }>> };
  export default plugin;
}
