// What `import 'deepdive-elements/deepdive.css'` and a theme are to TypeScript, which else knows no such module.
export {};
