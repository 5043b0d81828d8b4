export default {
  globs: ['src/elements/*/*.ts'],
  exclude: ['**/*.define.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    {
      name: 'tidy',
      packageLinkPhase({ customElementsManifest }) {
        const modules = customElementsManifest.modules.filter(({ declarations }) =>
          declarations?.some(({ tagName }) => tagName),
        );
        customElementsManifest.modules = modules;
        // Not in the order in which the file system lists them, which differs from machine to machine.
        modules.sort((a, b) => (a.path < b.path ? -1 : 1));
        for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
          // What has no description is none of the element's own: the analyzer takes `this.#part.role = …` for a member.
          declaration.members = declaration.members?.filter(
            ({ privacy, description }) => description && (!privacy || privacy === 'public'),
          );
          declaration.events = declaration.events?.filter(({ description }) => description);
          for (const { type } of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
            // A union over several lines, in one.
            if (type) type.text = type.text.replace(/\s+/g, ' ').replace(/^\| /, '');
          }
        }
      },
    },
  ],
};
