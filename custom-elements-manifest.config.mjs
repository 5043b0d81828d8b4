export default {
  globs: ['src/elements/*/*.ts'],
  exclude: ['**/*.define.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    {
      name: 'public-members-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const declaration of declarations) {
            declaration.members = declaration.members?.filter(({ privacy }) => !privacy || privacy === 'public');
          }
        }
      },
    },
  ],
};
