declare module 'jsonld' {
  const jsonld: { readonly toRDF: (document: unknown, options: { readonly format: 'application/n-quads' }) => Promise<unknown> };
  export default jsonld;
}
